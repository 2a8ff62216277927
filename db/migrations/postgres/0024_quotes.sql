CREATE TABLE "proof_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"shown" boolean NOT NULL,
	"origins" jsonb NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"id" text PRIMARY KEY NOT NULL,
	"contact_id" text NOT NULL,
	"account_id" text,
	"response_id" text,
	"consent_id" text,
	"language" text NOT NULL,
	"original" text NOT NULL,
	"text" text NOT NULL,
	"attribution" jsonb NOT NULL,
	"byline" jsonb,
	"rewarded" boolean NOT NULL,
	"state" text NOT NULL,
	"generation" integer NOT NULL,
	"lock_version" integer NOT NULL,
	"position" integer NOT NULL,
	"fault" text,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"sent_at" bigint,
	"approved_at" bigint,
	"published_at" bigint,
	"withdrawn_at" bigint
);
--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "quotes_state" ON "quotes" USING btree ("state","updated_at","id");--> statement-breakpoint
CREATE INDEX "quotes_order" ON "quotes" USING btree ("state","position","id");--> statement-breakpoint
CREATE INDEX "quotes_contact" ON "quotes" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "quotes_account" ON "quotes" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "quotes_response" ON "quotes" USING btree ("response_id");--> statement-breakpoint
CREATE INDEX "ask_standings_order" ON "ask_standings" USING btree ("kind","nominated_at","contact_id","blocks");