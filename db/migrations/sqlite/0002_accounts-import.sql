DROP INDEX `accounts_owner`;--> statement-breakpoint
DROP INDEX `accounts_renewal`;--> statement-breakpoint
CREATE INDEX `accounts_domain` ON `accounts` (`domain`) WHERE "accounts"."domain" is not null;--> statement-breakpoint
CREATE INDEX `accounts_arr` ON `accounts` (`arr_base_minor`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_updated` ON `accounts` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_owner` ON `accounts` (`owner_id`,`name_key`);--> statement-breakpoint
CREATE INDEX `accounts_renewal` ON `accounts` (`renewal_on`,`id`);--> statement-breakpoint
DROP INDEX `contacts_account`;--> statement-breakpoint
ALTER TABLE `contacts` ADD `name_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `contacts_account` ON `contacts` (`account_id`,`name_key`,`id`);--> statement-breakpoint
ALTER TABLE `imports` ADD `applied` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `job_id` text;