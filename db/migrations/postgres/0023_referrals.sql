CREATE TABLE "referral_links" (
	"code" text PRIMARY KEY NOT NULL,
	"contact_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "referral_visits" (
	"code" text NOT NULL,
	"day" integer NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "referral_visits_code_day_pk" PRIMARY KEY("code","day")
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text,
	"contact_id" text,
	"account_id" text,
	"lead_name" text,
	"lead_email" text,
	"lead_email_key" text,
	"company" text,
	"message" text,
	"search_key" text NOT NULL,
	"language" text NOT NULL,
	"consent_text" text,
	"state" text NOT NULL,
	"checks" jsonb NOT NULL,
	"reason" text,
	"deal_minor" bigint,
	"currency" text,
	"deal_base_minor" bigint,
	"won_at" bigint,
	"source" text NOT NULL,
	"response_id" text,
	"owner_id" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"erased_at" bigint
);
--> statement-breakpoint
ALTER TABLE "referral_links" ADD CONSTRAINT "referral_links_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_visits" ADD CONSTRAINT "referral_visits_code_referral_links_code_fk" FOREIGN KEY ("code") REFERENCES "public"."referral_links"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "referral_links_contact" ON "referral_links" USING btree ("contact_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "referrals_live" ON "referrals" USING btree ("lead_email_key") WHERE "referrals"."state" in ('new', 'qualified', 'won');--> statement-breakpoint
CREATE UNIQUE INDEX "referrals_in_review" ON "referrals" USING btree ("lead_email_key","contact_id") WHERE "referrals"."state" = 'review';--> statement-breakpoint
CREATE INDEX "referrals_lead" ON "referrals" USING btree ("lead_email_key");--> statement-breakpoint
CREATE INDEX "referrals_state" ON "referrals" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "referrals_contact" ON "referrals" USING btree ("contact_id","created_at","id");--> statement-breakpoint
CREATE INDEX "referrals_account" ON "referrals" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "referrals_code" ON "referrals" USING btree ("code","created_at") WHERE "referrals"."code" is not null;