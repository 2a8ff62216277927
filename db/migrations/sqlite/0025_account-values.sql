CREATE INDEX `accounts_tier` ON `accounts` (`tier`);--> statement-breakpoint
CREATE INDEX `accounts_region` ON `accounts` (`region`);--> statement-breakpoint
CREATE INDEX `accounts_industry` ON `accounts` (`industry`);--> statement-breakpoint
CREATE INDEX `accounts_stage` ON `accounts` (`stage`);