CREATE TABLE "ask_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"per_person" integer NOT NULL,
	"per_account" integer NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ask_standings" (
	"kind" text NOT NULL,
	"contact_id" text NOT NULL,
	"blocks" integer NOT NULL,
	"nominated_at" bigint NOT NULL,
	"checked_at" bigint NOT NULL,
	CONSTRAINT "ask_standings_kind_contact_id_pk" PRIMARY KEY("kind","contact_id")
);
--> statement-breakpoint
CREATE TABLE "ask_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "asks" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"contact_id" text NOT NULL,
	"account_id" text,
	"state" text NOT NULL,
	"channel" text NOT NULL,
	"holder_id" text NOT NULL,
	"reserved_at" bigint NOT NULL,
	"reserved_until" bigint NOT NULL,
	"quarter" integer NOT NULL,
	"response_id" text,
	"language" text NOT NULL,
	"subject" text,
	"body" text,
	"due_at" bigint,
	"sent_at" bigint,
	"reminded_at" bigint,
	"answered_at" bigint,
	"later_at" bigint,
	"done_at" bigint,
	"cancel_reason" text,
	"ended_by" text,
	"ended_at" bigint
);
--> statement-breakpoint
ALTER TABLE "ask_standings" ADD CONSTRAINT "ask_standings_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ask_standings_blocks" ON "ask_standings" USING btree ("kind","blocks","nominated_at","contact_id");--> statement-breakpoint
CREATE INDEX "ask_standings_contact" ON "ask_standings" USING btree ("contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ask_versions_number" ON "ask_versions" USING btree ("kind","number");--> statement-breakpoint
CREATE UNIQUE INDEX "asks_open" ON "asks" USING btree ("contact_id") WHERE "asks"."state" in ('reserved', 'queued', 'sent');--> statement-breakpoint
CREATE INDEX "asks_contact" ON "asks" USING btree ("contact_id","reserved_at");--> statement-breakpoint
CREATE INDEX "asks_account" ON "asks" USING btree ("account_id","quarter");--> statement-breakpoint
CREATE INDEX "asks_state" ON "asks" USING btree ("state","kind","reserved_at");--> statement-breakpoint
CREATE INDEX "asks_holder" ON "asks" USING btree ("holder_id","state");