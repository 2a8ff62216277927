ALTER TABLE "quotes" ADD COLUMN "logo_file_id" text;--> statement-breakpoint
CREATE INDEX "quotes_logo" ON "quotes" USING btree ("logo_file_id") WHERE "quotes"."logo_file_id" is not null;