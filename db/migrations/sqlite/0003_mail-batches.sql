ALTER TABLE `message_bodies` ADD `expires_at` integer;--> statement-breakpoint
CREATE INDEX `message_bodies_expiry` ON `message_bodies` (`expires_at`) WHERE "message_bodies"."expires_at" is not null;--> statement-breakpoint
ALTER TABLE `send_batches` ADD `transport` text DEFAULT 'resend' NOT NULL;--> statement-breakpoint
ALTER TABLE `send_batches` ADD `attempt` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `send_batches` ADD `due_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `send_batches` ADD `lease_by` text;--> statement-breakpoint
ALTER TABLE `send_batches` ADD `lease_until` integer;--> statement-breakpoint
ALTER TABLE `send_batches` ADD `first_try_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `send_batches` ADD `last_error` text;--> statement-breakpoint
CREATE UNIQUE INDEX `send_batches_key` ON `send_batches` (`key`);--> statement-breakpoint
CREATE INDEX `send_batches_due` ON `send_batches` (`due_at`) WHERE "send_batches"."state" = 'sending';--> statement-breakpoint
CREATE INDEX `messages_to` ON `messages` (`to_hmac`,`id`);