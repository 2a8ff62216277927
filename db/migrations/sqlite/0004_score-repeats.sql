CREATE TABLE `repeated_answers` (
	`response_id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`next_day` integer NOT NULL,
	`day` integer NOT NULL,
	`class` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `repeated_answers_next` ON `repeated_answers` (`next_day`);--> statement-breakpoint
CREATE TABLE `score_repeats` (
	`program_id` text NOT NULL,
	`next_day` integer NOT NULL,
	`day` integer NOT NULL,
	`low` integer NOT NULL,
	`mid` integer NOT NULL,
	`high` integer NOT NULL,
	PRIMARY KEY(`program_id`, `next_day`, `day`)
);
