CREATE TABLE "company_consents" (
	"consent_id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"agreed_by" text,
	"contact_id" text,
	"agreed_on" text NOT NULL,
	"file_id" text,
	"file_name" text,
	"recorded_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"id" text PRIMARY KEY NOT NULL,
	"currency" text NOT NULL,
	"base" text NOT NULL,
	"from_day" integer NOT NULL,
	"rate" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "anniversaries" (
	"contact_id" text NOT NULL,
	"years" integer NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "anniversaries_contact_id_years_pk" PRIMARY KEY("contact_id","years")
);
--> statement-breakpoint
CREATE TABLE "gift_bars" (
	"party" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gift_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"list_id" text NOT NULL,
	"code" text NOT NULL,
	"fingerprint" text NOT NULL,
	"tail" text NOT NULL,
	"reward_id" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gift_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"value_minor" bigint,
	"currency" text,
	"warn_at" integer NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reward_rule_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"number" integer NOT NULL,
	"terms" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reward_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"tiers" jsonb NOT NULL,
	"reached" jsonb NOT NULL,
	"anniversary" jsonb NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rewards" (
	"id" text PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"cause_id" text NOT NULL,
	"version" integer NOT NULL,
	"contact_id" text,
	"account_id" text,
	"points" integer NOT NULL,
	"points_anyway" boolean NOT NULL,
	"gift_kind" text,
	"amount_minor" bigint,
	"currency" text,
	"list_id" text,
	"thing" jsonb,
	"state" text NOT NULL,
	"reason" text,
	"reference" text,
	"earned_at" bigint NOT NULL,
	"approved_at" bigint,
	"approved_by" text,
	"issued_at" bigint,
	"issued_by" text,
	"ended_at" bigint,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "tiers_reached" (
	"contact_id" text NOT NULL,
	"tier" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "tiers_reached_contact_id_tier_pk" PRIMARY KEY("contact_id","tier")
);
--> statement-breakpoint
CREATE TABLE "advocacy_tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"owner_id" text,
	"put_off_to" text,
	"done_in" text,
	"updated_at" bigint NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "asks" ADD COLUMN "way" text;--> statement-breakpoint
ALTER TABLE "asks" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "deal_rate" text;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "deal_rate_day" integer;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "warned_at" bigint;--> statement-breakpoint
ALTER TABLE "company_consents" ADD CONSTRAINT "company_consents_consent_id_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."consents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_consents" ADD CONSTRAINT "company_consents_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_consents" ADD CONSTRAINT "company_consents_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anniversaries" ADD CONSTRAINT "anniversaries_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gift_codes" ADD CONSTRAINT "gift_codes_list_id_gift_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."gift_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gift_codes" ADD CONSTRAINT "gift_codes_reward_id_rewards_id_fk" FOREIGN KEY ("reward_id") REFERENCES "public"."rewards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_list_id_gift_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."gift_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tiers_reached" ADD CONSTRAINT "tiers_reached_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_consents_account" ON "company_consents" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "company_consents_contact" ON "company_consents" USING btree ("contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "exchange_rates_day" ON "exchange_rates" USING btree ("base","currency","from_day");--> statement-breakpoint
CREATE UNIQUE INDEX "gift_codes_fingerprint" ON "gift_codes" USING btree ("fingerprint");--> statement-breakpoint
CREATE UNIQUE INDEX "gift_codes_reward" ON "gift_codes" USING btree ("reward_id") WHERE "gift_codes"."reward_id" is not null;--> statement-breakpoint
CREATE INDEX "gift_codes_free" ON "gift_codes" USING btree ("list_id","id") WHERE "gift_codes"."reward_id" is null;--> statement-breakpoint
CREATE INDEX "gift_codes_list" ON "gift_codes" USING btree ("list_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reward_rule_versions_number" ON "reward_rule_versions" USING btree ("rule","number");--> statement-breakpoint
CREATE UNIQUE INDEX "rewards_cause" ON "rewards" USING btree ("rule","cause_id");--> statement-breakpoint
CREATE INDEX "rewards_state" ON "rewards" USING btree ("state","earned_at","id");--> statement-breakpoint
CREATE INDEX "rewards_earned" ON "rewards" USING btree ("earned_at","id");--> statement-breakpoint
CREATE INDEX "rewards_contact" ON "rewards" USING btree ("contact_id","earned_at","id");--> statement-breakpoint
CREATE INDEX "rewards_account" ON "rewards" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "advocacy_tasks_owner" ON "advocacy_tasks" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "consents_expiry" ON "consents" USING btree ("expires_at") WHERE "consents"."state" = 'given' and "consents"."expires_at" is not null;