CREATE TABLE `held_streams` (
	`stream` text PRIMARY KEY NOT NULL,
	`restore_id` text NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `restores` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`made_at` integer NOT NULL,
	`version` text NOT NULL
);
