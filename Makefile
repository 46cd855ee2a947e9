.DEFAULT_GOAL := help
.PHONY: help run unit it test coverage fmt postman bench up down archive release

# Of every integration test alone; what "verify" checks besides is left to "make test".
some := -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
  -Dmdep.analyze.skip -Dcyclonedx.skip -Dlicense.skip

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

run: ## every service in one process
	./deploy.sh local

unit: ## compiles and runs the unit tests, but the thorough ones
	./mvnw -q -T 2 test -DexcludedGroups=thorough

it: ## integration tests by class: make it T=DoorIT, or T=DoorIT,BatchIT
	@for test in $(subst $(comma), ,$(or $(T),)); do \
	  [ -n "$$(find . -path '*/src/test/*' -name "$$test.java")" ] || { echo "There is no test $$test."; exit 2; }; \
	done
	@[ -n "$(T)" ] || { echo "Say which: make it T=DoorIT"; exit 2; }
	./mvnw -q verify -Dit.test=$(T) $(some) $(ARGS)

test: ## all tests and checks
	./mvnw verify

coverage: ## all tests; the report is launcher/target/site/jacoco-aggregate/index.html
	./mvnw verify -Pcoverage

fmt: ## formats the Java sources, and the scripts of the web application
	./mvnw -q spotless:apply
	./mvnw -q verify -pl portal-verticle -am -Dit.test='ScriptToolsIT#prettier*' -Dscripts.write=true $(some)

postman: ## docs/tixgo.postman_collection.json, from the contracts
	./mvnw -q verify -pl launcher -am -Dit.test='PostmanIT#theFile*' -Dpostman.write=true $(some)

bench: ## load test; load-test/README.md says what it measures
	load-test/run.sh all

up: ## in containers
	./deploy.sh

down: ## stops the containers
	./deploy.sh stop

archive: ## target/tixgo-VERSION.tar.gz, which needs no build
	./release.sh archive

release: ## make release VERSION=1.0.0: tests, changelog, tag, archive
	./release.sh release $(VERSION)

comma := ,
