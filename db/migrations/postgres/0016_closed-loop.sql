CREATE TABLE "absences" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"from_day" integer NOT NULL,
	"to_day" integer NOT NULL,
	"stand_in_id" text,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clock_pauses" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"from_at" bigint NOT NULL,
	"to_at" bigint
);
--> statement-breakpoint
CREATE TABLE "rota_members" (
	"user_id" text PRIMARY KEY NOT NULL,
	"added_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routing_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"when" jsonb NOT NULL,
	"target" text NOT NULL,
	"target_id" text,
	"enabled" boolean NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sla_marks" (
	"subject_id" text NOT NULL,
	"clock" text NOT NULL,
	"started_at" bigint NOT NULL,
	"mark" integer NOT NULL,
	"case_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "sla_marks_subject_id_clock_started_at_mark_pk" PRIMARY KEY("subject_id","clock","started_at","mark")
);
--> statement-breakpoint
CREATE TABLE "sla_policies" (
	"version" integer NOT NULL,
	"tier" text NOT NULL,
	"severity" text NOT NULL,
	"reply_minutes" integer NOT NULL,
	"resolve_minutes" integer NOT NULL,
	CONSTRAINT "sla_policies_version_tier_severity_pk" PRIMARY KEY("version","tier","severity")
);
--> statement-breakpoint
CREATE TABLE "sla_versions" (
	"number" integer PRIMARY KEY NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_choices" (
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"in_app" boolean NOT NULL,
	"mail" text NOT NULL,
	"hook" boolean NOT NULL,
	CONSTRAINT "notification_choices_user_id_kind_pk" PRIMARY KEY("user_id","kind")
);
--> statement-breakpoint
CREATE TABLE "notification_settings" (
	"user_id" text PRIMARY KEY NOT NULL,
	"quiet_from" integer,
	"quiet_to" integer,
	"digest_at" integer NOT NULL,
	"hook_url" text,
	"hook_failed_at" bigint,
	"hook_failure" text,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"data" jsonb NOT NULL,
	"in_app" boolean NOT NULL,
	"at" bigint NOT NULL,
	"read_at" bigint,
	"mail_at" bigint,
	"digest_at" bigint,
	"digest_id" text
);
--> statement-breakpoint
DROP INDEX "invitations_due";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "calendar_id" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "case_people" ADD COLUMN "clock_from" bigint;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "resolve_due_at" bigint;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "paused_at" bigint;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "policy_version" integer;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "next_mark_at" bigint;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "rank_parts" jsonb;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "next_possible_at" bigint;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "any_hour" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "any_hour" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "outside_rules" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_stand_in_id_users_id_fk" FOREIGN KEY ("stand_in_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_pauses" ADD CONSTRAINT "clock_pauses_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rota_members" ADD CONSTRAINT "rota_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_marks" ADD CONSTRAINT "sla_marks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_user" ON "absences" USING btree ("user_id","to_day");--> statement-breakpoint
CREATE INDEX "absences_stand_in" ON "absences" USING btree ("stand_in_id","to_day");--> statement-breakpoint
CREATE INDEX "clock_pauses_case" ON "clock_pauses" USING btree ("case_id","from_at");--> statement-breakpoint
CREATE INDEX "sla_marks_case" ON "sla_marks" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_event" ON "notifications" USING btree ("user_id","event_id","kind");--> statement-breakpoint
CREATE INDEX "notifications_user" ON "notifications" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id","id") WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_mailed" ON "notifications" USING btree ("user_id","kind","mail_at") WHERE "notifications"."mail_at" is not null;--> statement-breakpoint
CREATE INDEX "notifications_waiting" ON "notifications" USING btree ("digest_at") WHERE "notifications"."digest_at" is not null;--> statement-breakpoint
CREATE INDEX "notifications_digest" ON "notifications" USING btree ("digest_id") WHERE "notifications"."digest_id" is not null;--> statement-breakpoint
CREATE INDEX "cases_marks" ON "cases" USING btree ("next_mark_at") WHERE "cases"."next_mark_at" is not null;--> statement-breakpoint
CREATE INDEX "invitations_deferred" ON "invitations" USING btree ("next_possible_at","id") WHERE "invitations"."state" = 'deferred';--> statement-breakpoint
CREATE INDEX "outreach_account" ON "outreach" USING btree ("account_id","at") WHERE "outreach"."account_id" is not null;