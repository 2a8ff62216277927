CREATE TABLE `response_grams` (
	`bucket` integer NOT NULL,
	`gram` text NOT NULL,
	`slots` blob NOT NULL,
	PRIMARY KEY(`bucket`, `gram`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `response_grams_leaves` ON `response_grams` (`bucket`) WHERE "response_grams"."gram" = '';--> statement-breakpoint
CREATE TABLE `response_index` (
	`id` text PRIMARY KEY NOT NULL,
	`cursor` text NOT NULL,
	`walked` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `response_texts` (
	`response_id` text PRIMARY KEY NOT NULL,
	`place` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `response_texts_place` ON `response_texts` (`place`);