DROP INDEX "accounts_owner";--> statement-breakpoint
DROP INDEX "accounts_renewal";--> statement-breakpoint
DROP INDEX "contacts_account";--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "name_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "applied" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "job_id" text;--> statement-breakpoint
CREATE INDEX "accounts_domain" ON "accounts" USING btree ("domain") WHERE "accounts"."domain" is not null;--> statement-breakpoint
CREATE INDEX "accounts_arr" ON "accounts" USING btree ("arr_base_minor","id");--> statement-breakpoint
CREATE INDEX "accounts_updated" ON "accounts" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "accounts_owner" ON "accounts" USING btree ("owner_id","name_key");--> statement-breakpoint
CREATE INDEX "accounts_renewal" ON "accounts" USING btree ("renewal_on","id");--> statement-breakpoint
CREATE INDEX "contacts_account" ON "contacts" USING btree ("account_id","name_key","id");