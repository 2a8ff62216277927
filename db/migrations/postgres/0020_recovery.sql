CREATE TABLE "recovery_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"delay_days" integer NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_people" ADD COLUMN "recovery_invitation_id" text;--> statement-breakpoint
ALTER TABLE "case_people" ADD COLUMN "recovery" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_people" ADD COLUMN "spared" text;--> statement-breakpoint
ALTER TABLE "case_people" ADD CONSTRAINT "case_people_recovery_invitation_id_invitations_id_fk" FOREIGN KEY ("recovery_invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_people_recovery" ON "case_people" USING btree ("recovery_invitation_id") WHERE "case_people"."recovery_invitation_id" is not null;