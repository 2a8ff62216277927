CREATE TABLE "account_moves" (
	"move_id" text NOT NULL,
	"account_id" text NOT NULL,
	"from_id" text,
	"to_id" text,
	"state" text NOT NULL,
	"cases" jsonb NOT NULL,
	CONSTRAINT "account_moves_move_id_account_id_pk" PRIMARY KEY("move_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "duplicates" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"first_id" text NOT NULL,
	"second_id" text NOT NULL,
	"why" jsonb NOT NULL,
	"strength" integer NOT NULL,
	"state" text NOT NULL,
	"found_at" bigint NOT NULL,
	"judged_by" text,
	"judged_at" bigint
);
--> statement-breakpoint
CREATE TABLE "merged_ids" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"into_id" text NOT NULL,
	"external_id" text,
	"name_key" text,
	"domain" text,
	"email_key" text,
	"counts" jsonb NOT NULL,
	"at" bigint NOT NULL,
	"merged_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "owner_moves" (
	"id" text PRIMARY KEY NOT NULL,
	"seat" text NOT NULL,
	"to_id" text,
	"with_cases" boolean NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"moved" integer NOT NULL,
	"moved_cases" integer NOT NULL,
	"skipped" integer NOT NULL,
	"undo_of" text,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "wave_choices" (
	"wave_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"choice" text NOT NULL,
	"reason" text,
	"note" text,
	"chosen_by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "wave_choices_wave_id_contact_id_pk" PRIMARY KEY("wave_id","contact_id")
);
--> statement-breakpoint
DROP INDEX "waves_open";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "match_key" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "sales_id" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "sponsor_id" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "sort_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "left_on" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "successor_id" text;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "starts_at" bigint;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "notice_at" bigint;--> statement-breakpoint
ALTER TABLE "account_moves" ADD CONSTRAINT "account_moves_move_id_owner_moves_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."owner_moves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_moves" ADD CONSTRAINT "owner_moves_to_id_users_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_choices" ADD CONSTRAINT "wave_choices_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_moves_state" ON "account_moves" USING btree ("move_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "duplicates_pair" ON "duplicates" USING btree ("first_id","second_id");--> statement-breakpoint
CREATE INDEX "duplicates_second" ON "duplicates" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "duplicates_list" ON "duplicates" USING btree ("kind","state","strength","id");--> statement-breakpoint
CREATE INDEX "merged_ids_into" ON "merged_ids" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "merged_ids_external" ON "merged_ids" USING btree ("external_id") WHERE "merged_ids"."external_id" is not null;--> statement-breakpoint
CREATE INDEX "merged_ids_name" ON "merged_ids" USING btree ("name_key") WHERE "merged_ids"."name_key" is not null;--> statement-breakpoint
CREATE INDEX "merged_ids_domain" ON "merged_ids" USING btree ("domain") WHERE "merged_ids"."domain" is not null;--> statement-breakpoint
CREATE INDEX "merged_ids_email" ON "merged_ids" USING btree ("email_key") WHERE "merged_ids"."email_key" is not null;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_sales_id_users_id_fk" FOREIGN KEY ("sales_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_match" ON "accounts" USING btree ("match_key","id");--> statement-breakpoint
CREATE INDEX "accounts_parent" ON "accounts" USING btree ("parent_id","name_key") WHERE "accounts"."parent_id" is not null;--> statement-breakpoint
CREATE INDEX "contacts_sort" ON "contacts" USING btree ("sort_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "waves_open" ON "waves" USING btree ("program_id") WHERE "waves"."state" in ('scheduled', 'planning', 'ready', 'sending', 'paused');--> statement-breakpoint
UPDATE contacts SET sort_key = CASE WHEN name_kana IS NULL THEN name_key ELSE substr(search_key, length(name_key) + 2, length(search_key) - length(name_key) - 1 - CASE WHEN email_key IS NULL THEN 0 ELSE length(email_key) + 1 END) END;
