BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE attempts (
	mailbox VARCHAR NOT NULL, 
	locator VARCHAR NOT NULL, 
	message_id VARCHAR, 
	arrived_at DATETIME NOT NULL, 
	tries INTEGER NOT NULL, 
	failure VARCHAR, 
	PRIMARY KEY (mailbox, locator)
);
INSERT INTO "attempts" VALUES('jane','INBOX/1/3','<3@acme.example>','2026-11-20 12:00:00.000000',1,'reading it ended in ValueError');
CREATE TABLE mailboxes (
	name VARCHAR NOT NULL, 
	cursor VARCHAR, 
	first_seen_at DATETIME NOT NULL, 
	succeeded_at DATETIME, 
	failed_at DATETIME, 
	failure VARCHAR, 
	PRIMARY KEY (name)
);
INSERT INTO "mailboxes" VALUES('jane','cursor 1','2026-11-20 12:00:00.000000',NULL,NULL,NULL);
CREATE TABLE mails (
	id INTEGER NOT NULL, 
	mailbox VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	message_id VARCHAR, 
	locator VARCHAR NOT NULL, 
	arrived_at DATETIME NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	label VARCHAR NOT NULL, 
	rejection FLOAT NOT NULL, 
	reason VARCHAR NOT NULL, 
	company VARCHAR, 
	role VARCHAR, 
	person VARCHAR, 
	sender VARCHAR, 
	email VARCHAR, 
	stage VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	threads JSON NOT NULL, 
	fingerprint VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (mailbox, "key")
);
INSERT INTO "mails" VALUES(1,'jane','key 1','<1@acme.example>','INBOX/1/1','2026-11-20 12:00:00.000000','2026-11-20 12:00:00.000000','rejection',0.98,'','Acme',NULL,NULL,'maya@acme.example',NULL,'applied','','["<1@acme.example>"]','print 1');
INSERT INTO "mails" VALUES(2,'jane','key 2','<2@acme.example>','INBOX/1/2','2026-11-20 12:00:00.000000','2026-11-20 12:00:00.000000','other',0.6,'unsure','Acme',NULL,NULL,'maya@acme.example',NULL,'applied','','["<2@acme.example>"]','print 2');
CREATE TABLE replies (
	id INTEGER NOT NULL, 
	mail_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	due_at DATETIME NOT NULL, 
	"to" VARCHAR, 
	asked BOOLEAN NOT NULL, 
	claimed_at DATETIME, 
	looked_at DATETIME, 
	draft_locator VARCHAR, 
	changed_at DATETIME NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (mail_id), 
	FOREIGN KEY(mail_id) REFERENCES mails (id) ON DELETE CASCADE
);
INSERT INTO "replies" VALUES(1,1,'thanks','pending','','2026-11-20 12:01:00.000000','maya@acme.example',0,NULL,NULL,NULL,'2026-11-20 12:00:00.000000');
INSERT INTO "replies" VALUES(2,2,'thanks','unsure','unsure','2026-11-20 12:00:00.000000',NULL,0,NULL,NULL,NULL,'2026-11-20 12:00:00.000000');
CREATE INDEX replies_state_due_at ON replies (state, due_at);
COMMIT;
