# How sam build makes the functions (template.yaml: BuildMethod makefile). All functions are one executable, `bootstrap`;
# ANNOTATIONS_HANDLER in its environment says which of them it is. What has not changed is not compiled again.
#
#   CXF_ARCH   x86_64 or arm64; must be the template's parameter Architecture. By default it is what samconfig.toml says.
#   CXF_BUILD  aot, or jit: self-contained, for machines that cannot compile ahead of time for Linux.
#   CXF_AWS_PACKAGES  InRepo, or NuGet: AWS's own packages, where the feed has them.
#
# `make deploy ENV=prod` builds and deploys the environment `prod` of samconfig.toml, for the processor that its parameter Architecture
# names, so that the two cannot differ.

ENV ?= default
CXF_BUILD ?= aot
CXF_AWS_PACKAGES ?= InRepo

rid_x86_64 := linux-x64
rid_arm64 := linux-arm64
options_aot :=
options_jit := -p:PublishAot=false --self-contained

# The values of Architecture in samconfig.toml, each once: of the environment $(1), or of all.
define read_processors
awk -v only="$(1)" ' \
  /^[ \t]*#/ { next } \
  /^[ \t]*\[[^",]*\][ \t]*$$/ { \
    name = $$0; gsub(/[^A-Za-z0-9_.-]/, "", name); \
    deploys = sub(/\.(global|deploy)\.parameters$$/, "", name) && (only == "" || name == only); \
    if (deploys && !(name in processor)) processor[name] = "x86_64"; \
    next \
  } \
  deploys && match($$0, /Architecture(,ParameterValue)?=[^A-Za-z0-9]*[A-Za-z0-9_]+/) { \
    value = substr($$0, RSTART, RLENGTH); sub(/.*[^A-Za-z0-9_]/, "", value); processor[name] = value \
  } \
  END { for (name in processor) print processor[name] }' $(or $(wildcard samconfig.toml),/dev/null)
endef
processors = $(sort $(shell $(call read_processors,$(1))))

ifeq ($(CXF_ARCH),)
CXF_ARCH := $(or $(call processors),x86_64)
endif

build-%Function:
	$(if $(filter 1,$(words $(CXF_ARCH))),,$(error The environments of samconfig.toml have different processors. Set CXF_ARCH, or run make deploy ENV=<environment>))
	$(if $(rid_$(CXF_ARCH)),,$(error The processor is $(CXF_ARCH). It must be x86_64 or arm64))
	dotnet publish src/Cxf.Functions -c Release -r $(rid_$(CXF_ARCH)) $(options_$(CXF_BUILD)) -p:AwsPackages=$(CXF_AWS_PACKAGES) -o "$(ARTIFACTS_DIR)" -v q --nologo

.PHONY: deploy
deploy:
	$(if $(call processors,$(ENV)),,$(error samconfig.toml has no environment $(ENV)))
	CXF_ARCH=$(call processors,$(ENV)) sam build --config-env $(ENV)
	sam deploy --config-env $(ENV)
