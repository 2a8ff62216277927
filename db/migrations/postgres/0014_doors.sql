ALTER TABLE "invitations" ADD COLUMN "door_id" text;--> statement-breakpoint
ALTER TABLE "program_doors" ADD COLUMN "anonymous" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_door_id_program_doors_id_fk" FOREIGN KEY ("door_id") REFERENCES "public"."program_doors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_door" ON "invitations" USING btree ("door_id","created_at") WHERE "invitations"."door_id" is not null;