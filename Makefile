.PHONY: run test bench up down fmt

run: ## every service in one process
	./deploy.sh local

test:
	./mvnw verify

bench:
	load-test/run.sh all

up: ## in containers
	./deploy.sh

down:
	./deploy.sh stop

fmt:
	./mvnw -q spotless:apply
