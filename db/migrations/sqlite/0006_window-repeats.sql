CREATE TABLE `window_repeats` (
	`program_id` text NOT NULL,
	`day` integer NOT NULL,
	`low` integer NOT NULL,
	`mid` integer NOT NULL,
	`high` integer NOT NULL,
	PRIMARY KEY(`program_id`, `day`)
);
--> statement-breakpoint
DROP INDEX `repeated_answers_next`;