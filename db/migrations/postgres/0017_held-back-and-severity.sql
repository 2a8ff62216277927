ALTER TABLE "case_people" ADD COLUMN "severity" text;--> statement-breakpoint
CREATE INDEX "invitations_planned" ON "invitations" USING btree ("wave_id","due_at","account_id","id") WHERE "invitations"."state" = 'planned';--> statement-breakpoint
CREATE INDEX "invitations_full" ON "invitations" USING btree ("account_id") WHERE "invitations"."state" = 'deferred' and "invitations"."reason" = 'account_full';--> statement-breakpoint
UPDATE "programs" SET "outside_rules" = true WHERE "kind" = 'transactional';
