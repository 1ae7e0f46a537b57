"""Who signs English job mail: the words by which a person, a position, a team and a house are told apart."""

NO_NAMES = (
    "personnel",
    *("teams?", "hr", "human", "resources", r"recruit\w*", r"talent\w*", "acquisition", "people", "department"),
    *("careers?", "hiring", r"manager\w*", "head", "director", "partner", "specialist", "lead", "the", "your"),
    *("our", "inc", "ltd", "llc", "se", "group", "company", r"corp\w*", "support", "office", "services?"),
    *("customer", "regards", "sent", "my", "iphone", "android", "outlook", "mail", "no-?reply", "committee"),
    *("university", r"institut\w*", "foundation", "bank", "hospital", "school", "labs?", "studios?", "systems?"),
    *("software", "solutions", "consulting", "technologies", "tech", "media", "digital", "global"),
    *("international", "operations", "staffing", "onboarding", r"admin\w*", "new", "york", "san", "francisco"),
    *("los", "angeles", "hong", "kong", "united", "kingdom", "states", "great", "please", "notice", "privacy"),
    *("unsubscribe", "linkedin", "greenhouse", "lever", "workday", "ashby", "indeed", "jobs?", "all", "best"),
    *("thanks?", "we", "you", "dear", "hello", "hi", "with", "and", "for", "sincerely", r"application\w*"),
    *(r"candidate\w*", "experience", "success", "center", "centre", "section", "coaching", "web", "desk", "chair"),
    *("board", "clerk", "unit", "council", r"secretar\w*", "crew", "portal", "panel", "trustees", "registrar"),
    *("principal", "fund", "programme", "club", "society", "bursar", "visa", "accounts", "finance", "billing"),
    *("sales", "marketing", r"news\w*", "editorial", "press", "legal", "data", "protection", "security", "shop"),
    "store",
    *("optics", "foods?", "logistics", "energy", "motors", "pottery", "bakery", "farms?", "hotels?", "partners"),
    *(
        "industries",
        "analytics",
        "robotics",
        r"pharma\w*",
        r"health\w*",
        "designs?",
        "estates?",
        "insurance",
        "cycles",
    ),
    *("brewery", "kitchens?", "records", "films", "games", "travel", "airlines", "shipping", "freight", "rail"),
    *("steel", "chemicals", "plastics", "textiles", "furniture", "interiors", "homes", "properties", "solicitors"),
    *("associates", "brothers", "sons", "gallery", "galleries", "museums?", "theatre", "orchestra", "council"),
)
FUNCTIONS = (
    *("manager", "director", "head of", r"lead\b", "partner", "consultant", "officer", "advis[eo]r"),
    *("specialist", "coordinator", "recruiter", "generalist", "(?:co-?)?founder", "owner", "president", "chair"),
    *("professor", "lecturer", "assistant", "administrator", "engineer", "ceo", "cto", "coo", "cfo", "cpo"),
    *(r"vp\b", "vice president", "principal", "dean", "secretary", "clerk", "editor", "curator", "architect"),
    *("analyst", "associate", "supervisor", "executive", "foreman", "bursar", "registrar", "sourcer", "matron"),
    *(r"chef\b", "surgeon"),
)
POSITIONS = (
    *("recruit", "talent", r"\bhr\b", "people", "human resources", "manager", "partner", "lead", "head of"),
    *("director", "founder", "ceo", "cto", "coo", "specialist", "coordinator", "consultant", "engineer", r"vp\b"),
    *("officer", "professor", "assistan", "generalist", "advisor", "hiring"),
)
TEAM_WORDS = (
    *("dach", "emea", "apac", "latam", "europe", "uk", "germany", "personnel"),
    "crew",
    *("talent acquisition", "talent", "recruit(?:ing|ment|er|ers)?", "hiring", "careers?", "jobs?", "people"),
    *("human resources", "hr", "application", "applicant", "candidate", "experience", "operations", "and culture"),
    *("& culture", "staffing", "teams?", "department", "no-?reply", "do not reply", "notifications?", "ats"),
    *("support", "services?", "office", "mailer", "automated", "acquisition", "workday", "portal", "center"),
    *("centre", "at", "from", "the", "your"),
)
ORGANISATIONS = (
    *("university", "hospital", "council", "museum", "college", "bank", "trust", "foundation", "institute", "clinic"),
    *("orchestra", "theatre", "academy", "library", "charity", "society", "laboratories", "labs", "airlines"),
    *("borough", "authority", "nhs", "constabulary", "diocese", "cathedral", "school", "agency", "federation"),
    "association",
)
BUSINESSES = (
    *("homes", "seafoods", "air", "brewing", "coffee", "roasters", "kitchens?", "catering", "cleaning"),
    *("construction", "builders", "plumbing", "engineering", "consulting", "consultants", "healthcare"),
    *("health", "medical", "vets", "nursery", "gardens", "farms?", "estates", "properties", "lettings"),
    *("cars", "transport", "haulage", "freight", "shipping", "marine", "rail", "travel", "tours", "leisure"),
    *("fitness", "sports", "fashion", "clothing", "jewellers", "opticians", "pharmacy", "stores"),
    *("supermarkets", "retail", "outdoor", "toys", "books", "media", "films", "productions", "pictures"),
    *("arts", "creative", "digital", "interactive", "instruments", "electronics", "semiconductors"),
    *("defence", "security", "telecom", "networks", "power", "water", "oil", "petroleum", "mining"),
    *("minerals", "metals", "glass", "paper", "packaging", "plastics", "furniture", "windows", "roofing"),
    *("timber", "care", "dental", "living", "financial", "wealth", "advisory", "associates", "brothers"),
    *("bros", "sons", "composites", "biosciences", "therapeutics", "diagnostics", "bio", "labs", "ai"),
    *("mobility",),
    *("studios?", "foods", "games", "robotics", "systems", "group", "energy", "partners", "pharma", "biotech"),
    *("technologies", "software", "solutions", "logistics", "architects", "solicitors", "bakery", "brewery", "joinery"),
    *("insurance", "mutual", "hotels?", "press", "records", "union", "bank", "holdings?", "industries", "analytics"),
    *("aerospace", "chemicals", "airways", "motors", "steel", "textiles", "publishing", "ventures", "capital"),
)
DEPARTMENTS = (
    *("branch", "talent", "human resources", "people (?:team|operations|ops)", "recruitment team"),
    *("customer", "hr"),
    *("department", "dept", "school of", "faculty", "office", "division", "unit", "section", "committee", "board"),
    *("director", "head", "manager", "chair", "professor", "officer", "secretary", "clerk", "registrar", "lead"),
    *("partner", "specialist", "coordinator", "consultant", "assistant", "tel", "phone", "mob", "floor", "street"),
)
