PRAGMA application_id = 1380402515;
PRAGMA user_version = 4;
BEGIN TRANSACTION;
CREATE TABLE accounts (
	document_id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	rules_version TEXT NOT NULL, 
	fate TEXT NOT NULL, 
	CONSTRAINT pk_accounts PRIMARY KEY (document_id, position), 
	CONSTRAINT fk_accounts_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "accounts" VALUES('d-ba79fb18864bdc79',0,75,150,'r1','record');
INSERT INTO "accounts" VALUES('d-ba79fb18864bdc79',1,188,236,'r1','record');
INSERT INTO "accounts" VALUES('d-ba79fb18864bdc79',2,238,307,'r1','record');
INSERT INTO "accounts" VALUES('d-ba79fb18864bdc79',3,324,390,'r1','record');
INSERT INTO "accounts" VALUES('d-ba79fb18864bdc79',4,392,410,'r1','unread');
INSERT INTO "accounts" VALUES('d-ba79fb18864bdc79',5,412,444,'r1','furniture');
INSERT INTO "accounts" VALUES('d-ba79fb18864bdc79',6,446,464,'r1','repeated');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
CREATE TABLE blobs (
	sha256 VARCHAR(64) NOT NULL, 
	raw BLOB NOT NULL, 
	CONSTRAINT pk_blobs PRIMARY KEY (sha256)
);
INSERT INTO "blobs" VALUES('ba79fb18864bdc79b92a1973339a0accacedc58c9eea593e85c74edb1ca9a5a5',X'5365636F6E64204D656574696E67206F662074686520466F726569676E204D696E697374657273206F662041726C756E6420616E64204272657669610A34204D6172636820323032310A0A4F6E2033204D6172636820323032312C20466F726569676E204D696E6973746572204F64696C65205461726E206D657420466F726569676E204D696E6973746572205061766F205265746820696E2056617374657268616D6520666F72203930206D696E2E0A0A312E2054726164650A0A4D696E6973746572205461726E2075726765642042726576696120746F206F70656E20746865204C6F7720506173732E0A0A5468652074776F206D696E6973746572732061677265656420746F20736574207570206120637573746F6D73206465736B2062792074686520656E64206F6620323032312E0A0A322E205468652069736C6574730A0A4D696E6973746572205461726E206578706C61696E65642074686520706F736974696F6E206F662041726C756E64206F6E207468652047756C6C2049736C6574732E0A0A5261696E2066656C6C20616C6C206461792E0A0A50686F746F3A20746865206D696E6973746572732061742074686520717561790A0A5261696E2066656C6C20616C6C206461792E0A');
CREATE TABLE commitments (
	document_id VARCHAR(40) NOT NULL, 
	id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	rules_version TEXT NOT NULL, 
	earliest VARCHAR(10), 
	latest VARCHAR(10), 
	heading_id TEXT, 
	who JSON NOT NULL, 
	what TEXT NOT NULL, 
	strength INTEGER NOT NULL, 
	due TEXT, 
	due_basis TEXT, 
	due_as_written TEXT, 
	condition TEXT, 
	topics JSON NOT NULL, 
	rule TEXT NOT NULL, 
	confidence DOUBLE NOT NULL, 
	CONSTRAINT pk_commitments PRIMARY KEY (document_id, id), 
	CONSTRAINT fk_commitments_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "commitments" VALUES('d-ba79fb18864bdc79','c-1',0,238,307,'r1','2021-12-31','2021-12-31','m-1','["XA", "XB"]','set up a customs desk',4,'2021-12-31','stated','by the end of 2021',NULL,'["trade"]','agreed-to',0.9);
CREATE TABLE contents (
	document_id VARCHAR(40) NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_contents PRIMARY KEY (document_id), 
	CONSTRAINT fk_contents_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "contents" VALUES('d-ba79fb18864bdc79','Second Meeting of the Foreign Ministers of Arlund and Brevia
4 March 2021

On 3 March 2021, Foreign Minister Odile Tarn met Foreign Minister Pavo Reth in Vasterhame for 90 min.

1. Trade

Minister Tarn urged Brevia to open the Low Pass.

The two ministers agreed to set up a customs desk by the end of 2021.

2. The islets

Minister Tarn explained the position of Arlund on the Gull Islets.

Rain fell all day.

Photo: the ministers at the quay

Rain fell all day.
');
CREATE TABLE documents (
	id VARCHAR(40) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	file TEXT, 
	url TEXT, 
	publisher TEXT, 
	publisher_basis TEXT, 
	publisher_words TEXT NOT NULL, 
	side TEXT, 
	side_basis TEXT, 
	counterpart TEXT, 
	kind TEXT NOT NULL, 
	kind_reason TEXT NOT NULL, 
	language TEXT, 
	title TEXT, 
	title_start INTEGER, 
	title_end INTEGER, 
	published TEXT, 
	published_basis TEXT, 
	earliest VARCHAR(10), 
	latest VARCHAR(10), 
	rules_version TEXT NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	previous_id VARCHAR(40), 
	added_at TEXT NOT NULL, 
	read_at TEXT NOT NULL, 
	CONSTRAINT pk_documents PRIMARY KEY (id), 
	CONSTRAINT fk_documents_previous_id FOREIGN KEY(previous_id) REFERENCES documents (id), 
	CONSTRAINT uq_documents_sha256 UNIQUE (sha256)
);
INSERT INTO "documents" VALUES('d-ba79fb18864bdc79','ba79fb18864bdc79b92a1973339a0accacedc58c9eea593e85c74edb1ca9a5a5','tarn-reth.txt','tarn-reth.txt','https://mfa.example/4','Ministry of Foreign Affairs of Arlund','given',' ministry of foreign affairs of arlund ','XA','given','XB','readout','met','en','Second Meeting of the Foreign Ministers of Arlund and Brevia',0,60,'2021-03-04','given','2021-03-04','2021-03-04','r1','599b51d3c15868d09c4ee0e1a7a484a3159fa4dbf02bd42e3e5e14a738961965',1,NULL,'2031-01-02T03:04:05Z','2031-01-02T03:04:05Z');
CREATE TABLE facets (
	document_id VARCHAR(40) NOT NULL, 
	record_kind VARCHAR(16) NOT NULL, 
	record_id TEXT NOT NULL, 
	facet VARCHAR(16) NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_facets PRIMARY KEY (document_id, record_kind, record_id, facet, value), 
	CONSTRAINT fk_facets_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','meetings','m-1','party','XA');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','meetings','m-1','party','XB');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','meetings','m-1','person',' odile tarn ');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','meetings','m-1','person',' pavo reth ');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','meetings','m-1','topic','trade');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','statements','s-1','party','XA');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','statements','s-1','person',' odile tarn ');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','statements','s-1','topic','trade');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','statements','s-2','party','XA');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','statements','s-2','party','XB');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','statements','s-2','person',' odile tarn ');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','statements','s-2','person',' pavo reth ');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','statements','s-2','topic','trade');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','statements','s-3','party','XA');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','statements','s-3','person',' odile tarn ');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','statements','s-3','topic','trade');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','commitments','c-1','party','XA');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','commitments','c-1','party','XB');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','commitments','c-1','topic','trade');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','requests','r-1','party','XA');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','requests','r-1','party','XB');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','requests','r-1','person',' odile tarn ');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','requests','r-1','topic','trade');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','terms','t-1','party','XA');
INSERT INTO "facets" VALUES('d-ba79fb18864bdc79','terms','t-1','topic','islets');
CREATE TABLE furniture (
	document_id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	rules_version TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	CONSTRAINT pk_furniture PRIMARY KEY (document_id, position), 
	CONSTRAINT fk_furniture_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "furniture" VALUES('d-ba79fb18864bdc79',0,412,444,'r1','caption','photo');
CREATE TABLE judgements (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	judgement_id VARCHAR(18) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	subject_document VARCHAR(40) NOT NULL, 
	subject_kind VARCHAR(16) NOT NULL, 
	subject_record TEXT NOT NULL, 
	subject_start INTEGER NOT NULL, 
	subject_end INTEGER NOT NULL, 
	subject_quote TEXT NOT NULL, 
	object_document VARCHAR(40), 
	object_kind VARCHAR(16), 
	object_record TEXT, 
	object_start INTEGER, 
	object_end INTEGER, 
	object_quote TEXT, 
	value TEXT, 
	verdict VARCHAR(10) NOT NULL, 
	field TEXT, 
	score DOUBLE, 
	why TEXT NOT NULL, 
	features JSON NOT NULL, 
	evidence JSON NOT NULL, 
	"by" TEXT NOT NULL, 
	at TEXT NOT NULL, 
	note TEXT, 
	undoes INTEGER, 
	CONSTRAINT fk_judgements_undoes FOREIGN KEY(undoes) REFERENCES judgements (number)
);
INSERT INTO "judgements" VALUES(1,'j-cdebea9e4fecd3c4','year','d-ba79fb18864bdc79','commitment','c-1',238,307,'The two ministers agreed to set up a customs desk by the end of 2021.',NULL,NULL,NULL,NULL,NULL,NULL,'2021','proposed',NULL,0.9,'published in March 2021','[]','[]','regesta','2031-01-02T03:04:06Z',NULL,NULL);
INSERT INTO "judgements" VALUES(2,'j-cdebea9e4fecd3c4','year','d-ba79fb18864bdc79','commitment','c-1',238,307,'The two ministers agreed to set up a customs desk by the end of 2021.',NULL,NULL,NULL,NULL,NULL,NULL,'2021','accepted',NULL,0.9,'published in March 2021','[]','[]','A. Reader','2031-01-02T03:04:07Z',NULL,NULL);
CREATE TABLE meetings (
	document_id VARCHAR(40) NOT NULL, 
	id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	rules_version TEXT NOT NULL, 
	earliest VARCHAR(10), 
	latest VARCHAR(10), 
	heading_id TEXT, 
	main BOOLEAN NOT NULL, 
	format TEXT NOT NULL, 
	medium TEXT NOT NULL, 
	status TEXT NOT NULL, 
	when_edtf TEXT, 
	when_basis TEXT, 
	as_written TEXT, 
	place TEXT, 
	country TEXT, 
	participants JSON NOT NULL, 
	parties JSON NOT NULL, 
	parties_basis TEXT NOT NULL, 
	start_time TEXT, 
	duration_minutes INTEGER, 
	parts JSON NOT NULL, 
	occasion TEXT, 
	ordinal_total INTEGER, 
	ordinal_year INTEGER, 
	round INTEGER, 
	condition TEXT, 
	reason TEXT, 
	also JSON NOT NULL, 
	rule TEXT NOT NULL, 
	confidence DOUBLE NOT NULL, 
	topics JSON NOT NULL, zone TEXT, zone_basis TEXT, 
	CONSTRAINT pk_meetings PRIMARY KEY (document_id, id), 
	CONSTRAINT fk_meetings_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "meetings" VALUES('d-ba79fb18864bdc79','m-1',0,75,150,'r1','2021-03-03','2021-03-03',NULL,1,'foreign_ministers','in_person','held','2021-03-03','stated','On 3 March 2021','Vasterhame','XB','[{"kind": "person", "name": "Odile Tarn", "country": "XA", "role": "Foreign Minister", "basis": "stated"}, {"kind": "person", "name": "Pavo Reth", "country": "XB", "role": "Foreign Minister", "basis": "stated"}]','[]','stated','10:30',90,'[["plenary", null, 60], [null, "11:30", 30]]',NULL,2,NULL,NULL,NULL,NULL,'[[238, 255]]','met',0.95,'["trade"]','Europe/Malta','country');
CREATE TABLE overlays (
	document_id VARCHAR(40) NOT NULL, 
	record_kind VARCHAR(16) NOT NULL, 
	record_id TEXT NOT NULL, 
	field VARCHAR(24) NOT NULL, 
	value TEXT, 
	number INTEGER NOT NULL, 
	CONSTRAINT pk_overlays PRIMARY KEY (document_id, record_kind, record_id, field), 
	CONSTRAINT fk_overlays_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_overlays_number FOREIGN KEY(number) REFERENCES judgements (number)
);
CREATE TABLE repeats (
	document_id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	rules_version TEXT NOT NULL, 
	first_start INTEGER NOT NULL, 
	first_end INTEGER NOT NULL, 
	CONSTRAINT pk_repeats PRIMARY KEY (document_id, position), 
	CONSTRAINT fk_repeats_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "repeats" VALUES('d-ba79fb18864bdc79',0,446,464,'r1',392,410);
CREATE TABLE requests (
	document_id VARCHAR(40) NOT NULL, 
	id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	rules_version TEXT NOT NULL, 
	earliest VARCHAR(10), 
	latest VARCHAR(10), 
	heading_id TEXT, 
	act TEXT NOT NULL, 
	who JSON NOT NULL, 
	asked JSON NOT NULL, 
	what TEXT NOT NULL, 
	what_start INTEGER NOT NULL, 
	what_end INTEGER NOT NULL, 
	again BOOLEAN NOT NULL, 
	negated BOOLEAN NOT NULL, 
	due TEXT, 
	due_basis TEXT, 
	due_as_written TEXT, 
	condition TEXT, 
	topics JSON NOT NULL, 
	statement_id TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	confidence DOUBLE NOT NULL, 
	CONSTRAINT pk_requests PRIMARY KEY (document_id, id), 
	CONSTRAINT fk_requests_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "requests" VALUES('d-ba79fb18864bdc79','r-1',0,188,236,'r1','2021-03-03','2021-03-03','m-1','urge','[{"kind": "person", "name": "Odile Tarn", "country": "XA", "role": "Foreign Minister", "basis": "stated"}]','[{"kind": "party", "name": "Brevia", "country": "XB", "role": null, "basis": "stated"}]','to open the Low Pass',215,235,1,0,NULL,NULL,NULL,NULL,'["trade"]','s-1','ask.urge',0.4);
CREATE TABLE sightings (
	document_id VARCHAR(40) NOT NULL, 
	name TEXT NOT NULL, 
	file TEXT, 
	url TEXT, 
	media_type TEXT NOT NULL, 
	encoding TEXT NOT NULL, 
	blob_sha256 VARCHAR(64) NOT NULL, 
	facts JSON NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	seen_at TEXT NOT NULL, 
	CONSTRAINT pk_sightings PRIMARY KEY (document_id, name), 
	CONSTRAINT fk_sightings_blob_sha256 FOREIGN KEY(blob_sha256) REFERENCES blobs (sha256), 
	CONSTRAINT fk_sightings_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "sightings" VALUES('d-ba79fb18864bdc79','tarn-reth.txt','tarn-reth.txt','https://mfa.example/4','text/plain','utf-8','ba79fb18864bdc79b92a1973339a0accacedc58c9eea593e85c74edb1ca9a5a5','{"file": "tarn-reth.txt", "sha256": "ba79fb18864bdc79b92a1973339a0accacedc58c9eea593e85c74edb1ca9a5a5", "url": "https://mfa.example/4", "publisher": "Ministry of Foreign Affairs of Arlund", "publisher_basis": "given", "side": "XA", "side_basis": "given", "counterpart": "XB", "kind": "readout", "kind_reason": "met", "language": "en", "title": "Second Meeting of the Foreign Ministers of Arlund and Brevia", "title_span": [0, 60], "published": "2021-03-04", "published_basis": "given"}','599b51d3c15868d09c4ee0e1a7a484a3159fa4dbf02bd42e3e5e14a738961965','2031-01-02T03:04:05Z');
CREATE TABLE standings (
	judgement_id VARCHAR(18) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	subject_document VARCHAR(40) NOT NULL, 
	subject_kind VARCHAR(16) NOT NULL, 
	subject_record TEXT NOT NULL, 
	object_document VARCHAR(40), 
	object_kind VARCHAR(16), 
	object_record TEXT, 
	verdict VARCHAR(10) NOT NULL, 
	score DOUBLE, 
	machine VARCHAR(10), 
	machine_number INTEGER, 
	machine_digest VARCHAR(16), 
	person VARCHAR(10), 
	person_number INTEGER, 
	CONSTRAINT pk_standings PRIMARY KEY (judgement_id), 
	CONSTRAINT fk_standings_machine_number FOREIGN KEY(machine_number) REFERENCES judgements (number), 
	CONSTRAINT fk_standings_person_number FOREIGN KEY(person_number) REFERENCES judgements (number)
);
INSERT INTO "standings" VALUES('j-cdebea9e4fecd3c4','year','d-ba79fb18864bdc79','commitment','c-1',NULL,NULL,NULL,'accepted',0.9,'proposed',1,'7c884dee1c757168','accepted',2);
CREATE TABLE statements (
	document_id VARCHAR(40) NOT NULL, 
	id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	rules_version TEXT NOT NULL, 
	earliest VARCHAR(10), 
	latest VARCHAR(10), 
	heading_id TEXT, 
	verb TEXT NOT NULL, 
	verb_start INTEGER NOT NULL, 
	verb_end INTEGER NOT NULL, 
	act TEXT NOT NULL, 
	negated BOOLEAN NOT NULL, 
	actors JSON NOT NULL, 
	addressee JSON, 
	topics JSON NOT NULL, 
	section TEXT, 
	content_start INTEGER, 
	content_end INTEGER, 
	rule TEXT NOT NULL, 
	confidence DOUBLE NOT NULL, 
	CONSTRAINT pk_statements PRIMARY KEY (document_id, id), 
	CONSTRAINT fk_statements_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "statements" VALUES('d-ba79fb18864bdc79','s-1',0,188,236,'r1','2021-03-03','2021-03-03','m-1','urged',202,207,'urge',0,'[{"kind": "person", "name": "Odile Tarn", "country": "XA", "role": "Foreign Minister", "basis": "stated"}]','{"kind": "party", "name": "Brevia", "country": "XB", "role": null, "basis": "stated"}','["trade"]','1. Trade',208,236,'verb',0.8);
INSERT INTO "statements" VALUES('d-ba79fb18864bdc79','s-2',1,238,307,'r1','2021-03-03','2021-03-03','m-1','agreed',256,262,'agree',0,'[{"kind": "person", "name": "Odile Tarn", "country": "XA", "role": "Foreign Minister", "basis": "stated"}, {"kind": "person", "name": "Pavo Reth", "country": "XB", "role": "Foreign Minister", "basis": "stated"}]',NULL,'["trade"]','1. Trade',263,307,'verb',0.8);
INSERT INTO "statements" VALUES('d-ba79fb18864bdc79','s-3',2,324,390,'r1','2021-03-03','2021-03-03','m-1','explained',338,347,'explain',0,'[{"kind": "person", "name": "Odile Tarn", "country": "XA", "role": "Foreign Minister", "basis": "stated"}]',NULL,'["trade"]','2. The islets',348,390,'verb',0.8);
CREATE TABLE "terms" (
	document_id VARCHAR(40) NOT NULL, 
	id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	rules_version TEXT NOT NULL, 
	earliest VARCHAR(10), 
	latest VARCHAR(10), 
	heading_id TEXT, 
	label TEXT NOT NULL, 
	concept TEXT NOT NULL, 
	side TEXT, 
	rule TEXT NOT NULL, 
	confidence DOUBLE NOT NULL, 
	CONSTRAINT pk_terms PRIMARY KEY (document_id, id), 
	CONSTRAINT fk_terms_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "terms" VALUES('d-ba79fb18864bdc79','t-1',0,374,389,'r1','2021-03-03','2021-03-03','m-1','the Gull Islets','islets','XA','term.islets',0.95);
CREATE TABLE unread (
	document_id VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	rules_version TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_unread PRIMARY KEY (document_id, position), 
	CONSTRAINT fk_unread_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "unread" VALUES('d-ba79fb18864bdc79',0,392,410,'r1','no reporting verb');
CREATE INDEX ix_documents_earliest ON documents (earliest);
CREATE INDEX ix_documents_previous_id ON documents (previous_id);
CREATE INDEX ix_documents_side ON documents (side);
CREATE INDEX ix_documents_url ON documents (url);
CREATE INDEX ix_sightings_file ON sightings (file);
CREATE INDEX ix_meetings_earliest ON meetings (earliest);
CREATE INDEX ix_meetings_id ON meetings (id);
CREATE INDEX ix_statements_act ON statements (act);
CREATE INDEX ix_statements_earliest ON statements (earliest);
CREATE INDEX ix_statements_id ON statements (id);
CREATE INDEX ix_commitments_earliest ON commitments (earliest);
CREATE INDEX ix_commitments_id ON commitments (id);
CREATE INDEX ix_facets_facet_value ON facets (facet, value);
CREATE INDEX ix_requests_act ON requests (act);
CREATE INDEX ix_requests_earliest ON requests (earliest);
CREATE INDEX ix_requests_id ON requests (id);
CREATE INDEX ix_terms_id ON terms (id);
CREATE INDEX ix_terms_earliest ON terms (earliest);
CREATE INDEX ix_terms_concept ON terms (concept);
CREATE INDEX ix_judgements_judgement_id_number ON judgements (judgement_id, number);
CREATE INDEX ix_judgements_subject_document ON judgements (subject_document);
CREATE INDEX ix_judgements_object_document ON judgements (object_document);
CREATE INDEX ix_standings_verdict_score ON standings (verdict, score);
CREATE INDEX ix_standings_person ON standings (person);
CREATE INDEX ix_standings_subject_document_subject_record ON standings (subject_document, subject_record);
CREATE INDEX ix_standings_object_document_object_record ON standings (object_document, object_record);
CREATE TRIGGER judgements_keep_update BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'judgements are only ever added to'); END;
CREATE TRIGGER judgements_keep_delete BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'judgements are only ever added to'); END;
CREATE TRIGGER judgements_keep_insert BEFORE INSERT ON judgements WHEN EXISTS (SELECT 1 FROM judgements WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'judgements are only ever added to'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('judgements',2);
COMMIT;
