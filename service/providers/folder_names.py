"""What mail programs and providers call Drafts, Sent, Trash and Junk where the server does not mark them."""

DRAFTS = (
    "Drafts", "Draft", "Entwürfe", "Entwurf", "Brouillons", "Borradores", "Borrador", "Bozze", "Concepten",
    "Rascunhos", "Esborranys", "Utkast", "Kladder", "Luonnokset", "Koncepty", "Rozpracované", "Kopie robocze",
    "Szkice", "Wersje robocze", "Piszkozatok", "Ciorne", "Nacrti", "Skice", "Osnutki", "Taslaklar", "Πρόχειρα",
    "Черновики", "Чернетки", "Чернови", "Mustandid", "Melnraksti", "Juodraščiai", "草稿", "草稿箱", "草稿匣",
    "下書き", "임시보관함", "טיוטות", "مسودات", "[Gmail]/Drafts",
)  # fmt: skip
SENT = (
    "Sent", "Sent Items", "Sent Messages", "Sent Mail", "Gesendet", "Gesendete Objekte", "Gesendete Elemente",
    "Envoyés", "Éléments envoyés", "Messages envoyés", "Enviados", "Elementos enviados", "Mensajes enviados",
    "Inviata", "Posta inviata", "Inviati", "Verzonden", "Verzonden items", "Itens enviados", "Skickat",
    "Skickade objekt", "Sendte elementer", "Sendt", "Sendt post", "Lähetetyt", "Odeslaná pošta", "Odeslané",
    "Odoslané", "Wysłane", "Elementy wysłane", "Elküldött elemek", "Elküldött", "Elemente trimise", "Trimise",
    "Poslano", "Gönderilmiş Öğeler", "Gönderilenler", "Απεσταλμένα", "Отправленные", "Надіслані", "Изпратени",
    "已发送", "已傳送郵件", "送信済み", "送信済みアイテム", "보낸편지함", "[Gmail]/Sent Mail",
)  # fmt: skip
TRASH = (
    "Trash", "Deleted Items", "Deleted Messages", "Bin", "Papierkorb", "Gelöschte Objekte", "Gelöschte Elemente",
    "Gelöscht", "Corbeille", "Éléments supprimés", "Papelera", "Elementos eliminados", "Cestino", "Posta eliminata",
    "Prullenbak", "Verwijderde items", "Lixeira", "Lixo", "Itens excluídos", "Itens Eliminados", "Papperskorgen",
    "Borttaget", "Slettede elementer", "Papirkurv", "Slettet post", "Roskakori", "Poistetut", "Koš",
    "Odstraněná pošta", "Kosz", "Elementy usunięte", "Lomtár", "Törölt elemek", "Gunoi", "Elemente șterse", "Smeće",
    "Çöp Kutusu", "Silinmiş Öğeler", "Κάδος", "Διαγραμμένα", "Корзина", "Удаленные", "Кошик", "已删除", "垃圾箱",
    "ゴミ箱", "휴지통", "[Gmail]/Trash", "[Gmail]/Bin",
)  # fmt: skip
JUNK = (
    "Junk", "Spam", "Junk E-mail", "Junk Email", "Bulk Mail", "Junk-E-Mail", "Spamverdacht", "Courrier indésirable",
    "Indésirables", "Pourriel", "Correo no deseado", "Posta indesiderata", "Ongewenste e-mail", "Lixo Eletrônico",
    "Lixo Eletrónico", "Skräppost", "Søppelpost", "Uønsket e-post", "Roskaposti", "Nevyžádaná pošta",
    "Wiadomości-śmieci", "Levélszemét", "Спам", "Нежелательная почта", "Небажана пошта", "迷惑メール", "垃圾邮件",
    "스팸", "[Gmail]/Spam",
)  # fmt: skip
