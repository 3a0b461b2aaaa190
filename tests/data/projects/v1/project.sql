BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('project_1');
CREATE TABLE attempt (
	id VARCHAR NOT NULL, 
	job_id VARCHAR NOT NULL, 
	provider VARCHAR NOT NULL, 
	base_url VARCHAR NOT NULL, 
	account_fp VARCHAR NOT NULL, 
	model_id VARCHAR NOT NULL, 
	adapter_version VARCHAR NOT NULL, 
	price_revision VARCHAR NOT NULL, 
	request BLOB NOT NULL, 
	request_sha256 VARCHAR NOT NULL, 
	nonce INTEGER NOT NULL, 
	quote_micros INTEGER NOT NULL, 
	state VARCHAR NOT NULL, 
	remote_id VARCHAR, 
	submitted_at VARCHAR, 
	first_progress_at VARCHAR, 
	done_at VARCHAR, 
	error_class VARCHAR NOT NULL, 
	error_text VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_attempt_job FOREIGN KEY(job_id) REFERENCES job (id), 
	CONSTRAINT uq_attempt_nonce UNIQUE (nonce), 
	CONSTRAINT uq_attempt_remote UNIQUE (provider, account_fp, remote_id)
);
INSERT INTO "attempt" VALUES('019b8d62-7a86-7f62-8feb-38e0f9e03a63','019b8d62-7a85-7615-8679-1781419804b8','generated','','','generated-discovery','1','',X'','',1821447202016041691,0,'stored','019b8d62-7a86-7f62-8feb-38e0f9e03a63','2026-01-08T04:45:00.000000+00:00',NULL,'2026-01-08T04:47:18.000000+00:00','','');
INSERT INTO "attempt" VALUES('019b8d62-7a89-7c74-8c37-be0e0b4229f7','019b8d62-7a88-7fdd-af09-fbdace22b07e','generated','','','generated-export','1','',X'','',3944031868896937377,140664,'stored','019b8d62-7a89-7c74-8c37-be0e0b4229f7','2026-02-07T15:30:00.000000+00:00',NULL,'2026-02-07T15:30:50.000000+00:00','','');
INSERT INTO "attempt" VALUES('019b8d62-7a8c-74ae-bd3b-70c479e73656','019b8d62-7a8b-746a-8795-5be456689195','generated','','','generated-export','1','',X'','',3949450525918251313,601906,'stored','019b8d62-7a8c-74ae-bd3b-70c479e73656','2026-02-06T07:35:00.000000+00:00',NULL,'2026-02-06T07:39:34.000000+00:00','','');
INSERT INTO "attempt" VALUES('019b8d62-7a8f-70b6-a41a-4fb6bcb6cfa7','019b8d62-7a8e-7627-9ae7-afae6b92b191','generated','','','generated-discovery','1','',X'','',2644951151290763763,0,'stored','019b8d62-7a8f-70b6-a41a-4fb6bcb6cfa7','2026-02-04T02:01:00.000000+00:00',NULL,'2026-02-04T02:05:38.000000+00:00','','');
CREATE TABLE event (
	id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	"by" VARCHAR NOT NULL, 
	shot_id VARCHAR, 
	take_id VARCHAR, 
	detail VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE job (
	id VARCHAR NOT NULL, 
	shot_id VARCHAR NOT NULL, 
	tier INTEGER NOT NULL, 
	model_id VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	request BLOB NOT NULL, 
	asked_at VARCHAR NOT NULL, 
	asked_by VARCHAR NOT NULL, 
	parent_id VARCHAR, 
	take_id VARCHAR, 
	finished_at VARCHAR, 
	problem VARCHAR NOT NULL, 
	cancel_wanted BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_job_shot FOREIGN KEY(shot_id) REFERENCES shot (id)
);
INSERT INTO "job" VALUES('019b8d62-7a85-7615-8679-1781419804b8','019b8d62-7a82-7d80-9a9a-9e925b792fa0',1,'generated-discovery','landed','V',X'','2026-01-08T04:45:00.000000+00:00','generator',NULL,'019b8d62-7a87-7930-91b6-7080c1c9cdeb','2026-01-08T04:47:18.000000+00:00','',0);
INSERT INTO "job" VALUES('019b8d62-7a88-7fdd-af09-fbdace22b07e','019b8d62-7a83-731d-bd3b-27241631e2fe',3,'generated-export','landed','V',X'','2026-02-07T15:30:00.000000+00:00','generator',NULL,'019b8d62-7a8a-72e4-8aac-ca4da86f6ac7','2026-02-07T15:30:50.000000+00:00','',0);
INSERT INTO "job" VALUES('019b8d62-7a8b-746a-8795-5be456689195','019b8d62-7a84-763d-9f3b-7f3a86a2d026',3,'generated-export','landed','V',X'','2026-02-06T07:35:00.000000+00:00','generator',NULL,'019b8d62-7a8d-7361-96ae-47556deacfed','2026-02-06T07:39:34.000000+00:00','',0);
INSERT INTO "job" VALUES('019b8d62-7a8e-7627-9ae7-afae6b92b191','019b8d62-7a82-7d80-9a9a-9e925b792fa0',1,'generated-discovery','landed','V',X'','2026-02-04T02:01:00.000000+00:00','generator',NULL,'019b8d62-7a90-7949-8c36-7cb50aa2e4d4','2026-02-04T02:05:38.000000+00:00','',0);
CREATE TABLE ledger (
	id INTEGER NOT NULL, 
	attempt_id VARCHAR NOT NULL, 
	shot_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	seq INTEGER NOT NULL, 
	reserved_micros INTEGER NOT NULL, 
	spent_micros INTEGER NOT NULL, 
	source VARCHAR NOT NULL, 
	evidence VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_ledger_kind CHECK (kind IN ('reserve', 'release', 'settle', 'adjust')), 
	CONSTRAINT fk_ledger_attempt FOREIGN KEY(attempt_id) REFERENCES attempt (id), 
	CONSTRAINT fk_ledger_shot FOREIGN KEY(shot_id) REFERENCES shot (id), 
	CONSTRAINT uq_ledger_entry UNIQUE (attempt_id, kind, seq)
);
INSERT INTO "ledger" VALUES(1,'019b8d62-7a86-7f62-8feb-38e0f9e03a63','019b8d62-7a82-7d80-9a9a-9e925b792fa0','reserve',0,0,0,'generated','{}','2026-01-08T04:45:00.000000+00:00');
INSERT INTO "ledger" VALUES(2,'019b8d62-7a86-7f62-8feb-38e0f9e03a63','019b8d62-7a82-7d80-9a9a-9e925b792fa0','settle',0,0,0,'generated','{}','2026-01-08T04:45:00.000000+00:00');
INSERT INTO "ledger" VALUES(3,'019b8d62-7a89-7c74-8c37-be0e0b4229f7','019b8d62-7a83-731d-bd3b-27241631e2fe','reserve',0,140664,0,'generated','{}','2026-02-07T15:30:00.000000+00:00');
INSERT INTO "ledger" VALUES(4,'019b8d62-7a89-7c74-8c37-be0e0b4229f7','019b8d62-7a83-731d-bd3b-27241631e2fe','settle',0,-140664,140664,'generated','{}','2026-02-07T15:30:00.000000+00:00');
INSERT INTO "ledger" VALUES(5,'019b8d62-7a8c-74ae-bd3b-70c479e73656','019b8d62-7a84-763d-9f3b-7f3a86a2d026','reserve',0,601906,0,'generated','{}','2026-02-06T07:35:00.000000+00:00');
INSERT INTO "ledger" VALUES(6,'019b8d62-7a8c-74ae-bd3b-70c479e73656','019b8d62-7a84-763d-9f3b-7f3a86a2d026','settle',0,-601906,601906,'generated','{}','2026-02-06T07:35:00.000000+00:00');
INSERT INTO "ledger" VALUES(7,'019b8d62-7a8f-70b6-a41a-4fb6bcb6cfa7','019b8d62-7a82-7d80-9a9a-9e925b792fa0','reserve',0,0,0,'generated','{}','2026-02-04T02:01:00.000000+00:00');
INSERT INTO "ledger" VALUES(8,'019b8d62-7a8f-70b6-a41a-4fb6bcb6cfa7','019b8d62-7a82-7d80-9a9a-9e925b792fa0','settle',0,0,0,'generated','{}','2026-02-04T02:01:00.000000+00:00');
CREATE TABLE poster (
	take_id VARCHAR NOT NULL, 
	jpeg BLOB NOT NULL, 
	PRIMARY KEY (take_id), 
	CONSTRAINT fk_poster_take FOREIGN KEY(take_id) REFERENCES take (id)
);
INSERT INTO "poster" VALUES('019b8d62-7a87-7930-91b6-7080c1c9cdeb',X'FFD8FFD9');
INSERT INTO "poster" VALUES('019b8d62-7a8a-72e4-8aac-ca4da86f6ac7',X'FFD8FFD9');
INSERT INTO "poster" VALUES('019b8d62-7a8d-7361-96ae-47556deacfed',X'FFD8FFD9');
INSERT INTO "poster" VALUES('019b8d62-7a90-7949-8c36-7cb50aa2e4d4',X'FFD8FFD9');
CREATE TABLE project (
	id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	rate VARCHAR NOT NULL, 
	aspect VARCHAR NOT NULL, 
	scheme VARCHAR NOT NULL, 
	style VARCHAR NOT NULL, 
	created_at VARCHAR NOT NULL, 
	created_by VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "project" VALUES('p','Film','24','16:9','0010','','2026-03-02T09:30:00.000000+00:00','Ada');
CREATE TABLE reference (
	id VARCHAR NOT NULL, 
	shot_id VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	file VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	withdrawn BOOLEAN NOT NULL, 
	created_at VARCHAR NOT NULL, 
	created_by VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_reference_shot FOREIGN KEY(shot_id) REFERENCES shot (id)
);
CREATE TABLE scene (
	id VARCHAR NOT NULL, 
	number VARCHAR NOT NULL, 
	slugline VARCHAR NOT NULL, 
	rank VARCHAR NOT NULL, 
	withdrawn BOOLEAN NOT NULL, 
	created_at VARCHAR NOT NULL, 
	created_by VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "scene" VALUES('019b8d62-7a80-7d3f-ab3c-9250b797528b','1','EXT. PIER 1 - DUSK','K',0,'2026-01-05T09:00:00.000000+00:00','generator');
INSERT INTO "scene" VALUES('019b8d62-7a81-7963-a321-a461b55e7bea','2','EXT. PIER 2 - DUSK','e',0,'2026-01-05T09:00:00.000000+00:00','generator');
CREATE TABLE shot (
	id VARCHAR NOT NULL, 
	scene_id VARCHAR NOT NULL, 
	code VARCHAR NOT NULL, 
	rank VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	dialogue VARCHAR NOT NULL, 
	notes VARCHAR NOT NULL, 
	size VARCHAR, 
	angle VARCHAR, 
	lens_mm FLOAT, 
	move VARCHAR, 
	height_m FLOAT, 
	pitch_deg FLOAT, 
	roll_deg FLOAT, 
	time_of_day VARCHAR, 
	weather VARCHAR, 
	frames INTEGER NOT NULL, 
	on_hold BOOLEAN NOT NULL, 
	omitted BOOLEAN NOT NULL, 
	approved BOOLEAN NOT NULL, 
	pick_id VARCHAR, 
	binned_at VARCHAR, 
	withdrawn BOOLEAN NOT NULL, 
	created_at VARCHAR NOT NULL, 
	created_by VARCHAR NOT NULL, 
	camera_line VARCHAR NOT NULL, 
	take_count INTEGER NOT NULL, 
	best_tier INTEGER, 
	pick_number INTEGER, 
	shown_id VARCHAR, 
	shown_number INTEGER, 
	shown_mark VARCHAR, 
	shown_stars INTEGER NOT NULL, 
	shown_missing BOOLEAN NOT NULL, 
	spend_micros INTEGER NOT NULL, 
	reference_count INTEGER NOT NULL, 
	delivery VARCHAR NOT NULL, 
	delivery_sha256 VARCHAR NOT NULL, 
	work_job_id VARCHAR, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_shot_frames CHECK (frames > 0), 
	CONSTRAINT fk_shot_scene FOREIGN KEY(scene_id) REFERENCES scene (id), 
	CONSTRAINT uq_shot_code UNIQUE (code)
);
INSERT INTO "shot" VALUES('019b8d62-7a82-7d80-9a9a-9e925b792fa0','019b8d62-7a80-7d3f-ab3c-9250b797528b','0010','K','The dog crosses the empty square.','','','EWS',NULL,50.0,'Push in',NULL,NULL,NULL,NULL,NULL,165,0,0,0,NULL,NULL,0,'2026-01-05T09:00:00.000000+00:00','generator','EWS · 50 mm · push in',2,1,NULL,'019b8d62-7a90-7949-8c36-7cb50aa2e4d4',2,'Draft',2,0,0,0,'','',NULL);
INSERT INTO "shot" VALUES('019b8d62-7a83-731d-bd3b-27241631e2fe','019b8d62-7a80-7d3f-ab3c-9250b797528b','0020','e','She lifts the lantern, and the room answers.','','','ECU','POV',50.0,'Handheld',NULL,NULL,NULL,NULL,NULL,62,0,0,0,NULL,NULL,0,'2026-01-05T09:00:00.000000+00:00','generator','ECU · POV · 50 mm · handheld',1,3,NULL,'019b8d62-7a8a-72e4-8aac-ca4da86f6ac7',1,'Premium',2,0,140664,0,'','',NULL);
INSERT INTO "shot" VALUES('019b8d62-7a84-763d-9f3b-7f3a86a2d026','019b8d62-7a81-7963-a321-a461b55e7bea','0030','K','The dog crosses the empty square.','','','MCU',NULL,NULL,'Pan',NULL,NULL,NULL,NULL,NULL,218,0,0,0,NULL,NULL,0,'2026-01-05T09:00:00.000000+00:00','generator','MCU · pan',1,3,NULL,'019b8d62-7a8d-7361-96ae-47556deacfed',1,'Premium',2,0,601906,0,'','',NULL);
CREATE TABLE take (
	id VARCHAR NOT NULL, 
	shot_id VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	tier INTEGER NOT NULL, 
	source VARCHAR NOT NULL, 
	model_id VARCHAR NOT NULL, 
	model_label VARCHAR NOT NULL, 
	file VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	size_bytes INTEGER NOT NULL, 
	width INTEGER NOT NULL, 
	height INTEGER NOT NULL, 
	rate VARCHAR NOT NULL, 
	frames INTEGER NOT NULL, 
	cost_micros INTEGER NOT NULL, 
	asked_at VARCHAR NOT NULL, 
	sent_at VARCHAR, 
	first_progress_at VARCHAR, 
	done_at VARCHAR, 
	landed_at VARCHAR, 
	made_by VARCHAR NOT NULL, 
	parent_id VARCHAR, 
	job_id VARCHAR, 
	attempt_id VARCHAR, 
	request BLOB NOT NULL, 
	seed INTEGER, 
	stars INTEGER NOT NULL, 
	rejected BOOLEAN NOT NULL, 
	missing BOOLEAN NOT NULL, 
	damaged BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_take_number CHECK (number > 0), 
	CONSTRAINT ck_take_stars CHECK (stars BETWEEN 0 AND 5), 
	CONSTRAINT fk_take_attempt FOREIGN KEY(attempt_id) REFERENCES attempt (id), 
	CONSTRAINT fk_take_job FOREIGN KEY(job_id) REFERENCES job (id), 
	CONSTRAINT fk_take_parent FOREIGN KEY(parent_id) REFERENCES take (id), 
	CONSTRAINT fk_take_shot FOREIGN KEY(shot_id) REFERENCES shot (id), 
	CONSTRAINT uq_take_number UNIQUE (shot_id, number)
);
INSERT INTO "take" VALUES('019b8d62-7a87-7930-91b6-7080c1c9cdeb','019b8d62-7a82-7d80-9a9a-9e925b792fa0',1,1,'generated','generated-discovery','generated-discovery','media/d2/d209fb29b1083c20226f0f322f5e90655050142401719952a7db3553955b5d30.mp4','d209fb29b1083c20226f0f322f5e90655050142401719952a7db3553955b5d30',100000,640,360,'24/1',165,0,'2026-01-08T04:45:00.000000+00:00','2026-01-08T04:45:00.000000+00:00','2026-01-08T04:45:00.000000+00:00','2026-01-08T04:47:18.000000+00:00','2026-01-08T04:47:18.000000+00:00','generator',NULL,'019b8d62-7a85-7615-8679-1781419804b8','019b8d62-7a86-7f62-8feb-38e0f9e03a63',X'',NULL,5,0,0,0);
INSERT INTO "take" VALUES('019b8d62-7a8a-72e4-8aac-ca4da86f6ac7','019b8d62-7a83-731d-bd3b-27241631e2fe',1,3,'generated','generated-export','generated-export','media/e9/e92a62613666bdeebbb4cebb6af12207494313d8e04a75eb7dcd66a69d896b96.mp4','e92a62613666bdeebbb4cebb6af12207494313d8e04a75eb7dcd66a69d896b96',100000,640,360,'24/1',62,140664,'2026-02-07T15:30:00.000000+00:00','2026-02-07T15:30:00.000000+00:00','2026-02-07T15:30:00.000000+00:00','2026-02-07T15:30:50.000000+00:00','2026-02-07T15:30:50.000000+00:00','generator',NULL,'019b8d62-7a88-7fdd-af09-fbdace22b07e','019b8d62-7a89-7c74-8c37-be0e0b4229f7',X'',NULL,2,0,0,0);
INSERT INTO "take" VALUES('019b8d62-7a8d-7361-96ae-47556deacfed','019b8d62-7a84-763d-9f3b-7f3a86a2d026',1,3,'generated','generated-export','generated-export','media/5c/5c5faa7be2c0b3175b1381c6455c182b60bc9d284c37a25f6bcc418a2ee41259.mp4','5c5faa7be2c0b3175b1381c6455c182b60bc9d284c37a25f6bcc418a2ee41259',100000,640,360,'24/1',218,601906,'2026-02-06T07:35:00.000000+00:00','2026-02-06T07:35:00.000000+00:00','2026-02-06T07:35:00.000000+00:00','2026-02-06T07:39:34.000000+00:00','2026-02-06T07:39:34.000000+00:00','generator',NULL,'019b8d62-7a8b-746a-8795-5be456689195','019b8d62-7a8c-74ae-bd3b-70c479e73656',X'',NULL,2,0,0,0);
INSERT INTO "take" VALUES('019b8d62-7a90-7949-8c36-7cb50aa2e4d4','019b8d62-7a82-7d80-9a9a-9e925b792fa0',2,1,'generated','generated-discovery','generated-discovery','media/b8/b8aba35b7681f989950ac4b3a4b7c82bd8473e88b114e665023cdc8069b2c249.mp4','b8aba35b7681f989950ac4b3a4b7c82bd8473e88b114e665023cdc8069b2c249',100000,640,360,'24/1',165,0,'2026-02-04T02:01:00.000000+00:00','2026-02-04T02:01:00.000000+00:00','2026-02-04T02:01:00.000000+00:00','2026-02-04T02:05:38.000000+00:00','2026-02-04T02:05:38.000000+00:00','generator',NULL,'019b8d62-7a8e-7627-9ae7-afae6b92b191','019b8d62-7a8f-70b6-a41a-4fb6bcb6cfa7',X'',NULL,2,0,0,0);
CREATE INDEX ix_event_kind_at ON event (kind, at);
CREATE INDEX ix_event_shot ON event (shot_id);
CREATE INDEX ix_scene_rank ON scene (rank);
CREATE INDEX ix_shot_binned ON shot (binned_at) WHERE binned_at IS NOT NULL;
CREATE INDEX ix_shot_scene_rank ON shot (scene_id, rank);
CREATE INDEX ix_shot_work ON shot (work_job_id) WHERE work_job_id IS NOT NULL;
CREATE INDEX ix_job_shot ON job (shot_id);
CREATE INDEX ix_job_state_place ON job (state, place);
CREATE INDEX ix_reference_shot ON reference (shot_id);
CREATE INDEX ix_attempt_job ON attempt (job_id);
CREATE INDEX ix_ledger_shot ON ledger (shot_id, spent_micros, reserved_micros);
CREATE INDEX ix_take_sha256 ON take (sha256);
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
COMMIT;
PRAGMA user_version=1;
