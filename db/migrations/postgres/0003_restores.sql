CREATE TABLE "held_streams" (
	"stream" text PRIMARY KEY NOT NULL,
	"restore_id" text NOT NULL,
	"since" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "restores" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"made_at" bigint NOT NULL,
	"version" text NOT NULL
);
