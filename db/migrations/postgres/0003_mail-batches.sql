ALTER TABLE "message_bodies" ADD COLUMN "expires_at" bigint;--> statement-breakpoint
ALTER TABLE "send_batches" ADD COLUMN "transport" text DEFAULT 'resend' NOT NULL;--> statement-breakpoint
ALTER TABLE "send_batches" ADD COLUMN "attempt" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "send_batches" ADD COLUMN "due_at" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "send_batches" ADD COLUMN "lease_by" text;--> statement-breakpoint
ALTER TABLE "send_batches" ADD COLUMN "lease_until" bigint;--> statement-breakpoint
ALTER TABLE "send_batches" ADD COLUMN "first_try_at" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "send_batches" ADD COLUMN "last_error" text;--> statement-breakpoint
CREATE INDEX "message_bodies_expiry" ON "message_bodies" USING btree ("expires_at") WHERE "message_bodies"."expires_at" is not null;--> statement-breakpoint
CREATE INDEX "messages_to" ON "messages" USING btree ("to_hmac","id");--> statement-breakpoint
CREATE UNIQUE INDEX "send_batches_key" ON "send_batches" USING btree ("key");--> statement-breakpoint
CREATE INDEX "send_batches_due" ON "send_batches" USING btree ("due_at") WHERE "send_batches"."state" = 'sending';