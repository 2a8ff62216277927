CREATE TABLE `calendar_days` (
	`calendar_id` text NOT NULL,
	`day` integer NOT NULL,
	`name` text NOT NULL,
	`own` integer NOT NULL,
	PRIMARY KEY(`calendar_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `calendars` (
	`id` text PRIMARY KEY NOT NULL,
	`week_hours` text NOT NULL,
	`country` text,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `organisation` ADD `set_up_hidden_at` integer;