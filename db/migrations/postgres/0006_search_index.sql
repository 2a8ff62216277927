CREATE TABLE "response_grams" (
	"bucket" integer NOT NULL,
	"gram" text NOT NULL,
	"slots" "bytea" NOT NULL,
	CONSTRAINT "response_grams_bucket_gram_pk" PRIMARY KEY("bucket","gram")
);
--> statement-breakpoint
CREATE TABLE "response_index" (
	"id" text PRIMARY KEY NOT NULL,
	"cursor" text NOT NULL,
	"walked" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "response_texts" (
	"response_id" text PRIMARY KEY NOT NULL,
	"place" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "response_grams_leaves" ON "response_grams" USING btree ("bucket") WHERE "response_grams"."gram" = '';--> statement-breakpoint
CREATE UNIQUE INDEX "response_texts_place" ON "response_texts" USING btree ("place");