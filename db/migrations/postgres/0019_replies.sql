CREATE TABLE "case_files" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"entry_id" text,
	"file_id" text NOT NULL,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"added_by" text NOT NULL,
	"added_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_mails" (
	"entry_id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"contact_id" text,
	"subject" text NOT NULL,
	"message_id" text,
	"language" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"playbook_id" text,
	"step_id" text,
	"text" text NOT NULL,
	"position" integer NOT NULL,
	"done_at" bigint,
	"done_by" text,
	"removed_at" bigint,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "playbooks" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"when" jsonb NOT NULL,
	"steps" jsonb NOT NULL,
	"archived_at" bigint,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reply_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"topic_id" text,
	"language" text NOT NULL,
	"subject" text,
	"body" text NOT NULL,
	"uses" integer NOT NULL,
	"last_used_at" bigint,
	"archived_at" bigint,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_files" (
	"message_id" text NOT NULL,
	"n" integer NOT NULL,
	"file_id" text NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	CONSTRAINT "message_files_message_id_n_pk" PRIMARY KEY("message_id","n")
);
--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_entry_id_case_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."case_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_mails" ADD CONSTRAINT "case_mails_entry_id_case_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."case_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_mails" ADD CONSTRAINT "case_mails_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_tasks" ADD CONSTRAINT "case_tasks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_files" ADD CONSTRAINT "message_files_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_files_case" ON "case_files" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "case_files_file" ON "case_files" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "case_mails_case" ON "case_mails" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_mails_contact" ON "case_mails" USING btree ("contact_id") WHERE "case_mails"."contact_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "case_tasks_step" ON "case_tasks" USING btree ("case_id","playbook_id","step_id") WHERE "case_tasks"."step_id" is not null;--> statement-breakpoint
CREATE INDEX "case_tasks_case" ON "case_tasks" USING btree ("case_id","position") WHERE "case_tasks"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "message_files_file" ON "message_files" USING btree ("file_id");