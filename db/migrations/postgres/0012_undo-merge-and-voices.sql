ALTER TABLE "case_people" ALTER COLUMN "response_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "joined_into" text;--> statement-breakpoint
CREATE INDEX "case_people_person" ON "case_people" USING btree ("contact_id") WHERE "case_people"."contact_id" is not null;--> statement-breakpoint
CREATE INDEX "case_people_response" ON "case_people" USING btree ("response_id");--> statement-breakpoint
CREATE INDEX "cases_joined" ON "cases" USING btree ("joined_into") WHERE "cases"."joined_into" is not null;--> statement-breakpoint
CREATE INDEX "invitations_account" ON "invitations" USING btree ("account_id","id") WHERE "invitations"."account_id" is not null;