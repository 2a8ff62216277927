CREATE TABLE "calendar_days" (
	"calendar_id" text NOT NULL,
	"day" integer NOT NULL,
	"name" text NOT NULL,
	"own" boolean NOT NULL,
	CONSTRAINT "calendar_days_calendar_id_day_pk" PRIMARY KEY("calendar_id","day")
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"id" text PRIMARY KEY NOT NULL,
	"week_hours" jsonb NOT NULL,
	"country" text,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "set_up_hidden_at" bigint;