CREATE TABLE "account_stages" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"from_stage" text,
	"to_stage" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbound_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"provider_id" text,
	"state" text NOT NULL,
	"ref_kind" text,
	"ref_id" text,
	"sender" text,
	"subject" text,
	"text" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "monthly_issues" (
	"month" integer PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"figures" jsonb NOT NULL,
	"recipients" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "monthly_links" (
	"id" text PRIMARY KEY NOT NULL,
	"month" integer NOT NULL,
	"recipient_id" text,
	"language" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "monthly_recipients" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"language" text NOT NULL,
	"state" text NOT NULL,
	"added_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "monthly_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"enabled" boolean NOT NULL,
	"since" bigint NOT NULL,
	"working_day" integer NOT NULL,
	"names" text NOT NULL,
	"close_days" integer NOT NULL,
	"lost_stages" jsonb,
	"unquoted" jsonb NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "score_targets" (
	"metric" text NOT NULL,
	"program_id" text NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "score_targets_metric_program_id_pk" PRIMARY KEY("metric","program_id")
);
--> statement-breakpoint
CREATE TABLE "voice_topics" (
	"voice_id" text NOT NULL,
	"topic_id" text NOT NULL,
	"source" text NOT NULL,
	"present" boolean NOT NULL,
	"spans" jsonb NOT NULL,
	"day" integer NOT NULL,
	"actor_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "voice_topics_voice_id_topic_id_pk" PRIMARY KEY("voice_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "voices" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"channel" text NOT NULL,
	"day" integer NOT NULL,
	"at" bigint NOT NULL,
	"account_id" text,
	"contact_id" text,
	"heard_by" text,
	"text" text NOT NULL,
	"text_key" text NOT NULL,
	"whole" text,
	"sender" text,
	"language" text NOT NULL,
	"feeling" text,
	"invitation_id" text,
	"case_id" text,
	"created_by" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"deleted_at" bigint
);
--> statement-breakpoint
ALTER TABLE "account_stages" ADD CONSTRAINT "account_stages_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_links" ADD CONSTRAINT "monthly_links_recipient_id_monthly_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."monthly_recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_topics" ADD CONSTRAINT "voice_topics_voice_id_voices_id_fk" FOREIGN KEY ("voice_id") REFERENCES "public"."voices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_topics" ADD CONSTRAINT "voice_topics_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_stages_at" ON "account_stages" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "account_stages_account" ON "account_stages" USING btree ("account_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_mails_key" ON "inbound_mails" USING btree ("key");--> statement-breakpoint
CREATE INDEX "inbound_mails_state" ON "inbound_mails" USING btree ("state","at");--> statement-breakpoint
CREATE INDEX "monthly_links_recipient" ON "monthly_links" USING btree ("recipient_id","id");--> statement-breakpoint
CREATE INDEX "monthly_links_expiry" ON "monthly_links" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "monthly_recipients_email" ON "monthly_recipients" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "voice_topics_topic" ON "voice_topics" USING btree ("topic_id","day","voice_id");--> statement-breakpoint
CREATE INDEX "voices_day" ON "voices" USING btree ("day","id");--> statement-breakpoint
CREATE INDEX "voices_account" ON "voices" USING btree ("account_id","day","id");--> statement-breakpoint
CREATE INDEX "voices_contact" ON "voices" USING btree ("contact_id","day","id");--> statement-breakpoint
CREATE INDEX "cases_opened" ON "cases" USING btree ("opened_at");--> statement-breakpoint
CREATE INDEX "cases_closed" ON "cases" USING btree ("closed_at");