# How sam build makes the functions (template.yaml: BuildMethod makefile). All functions are one executable, `bootstrap`;
# ANNOTATIONS_HANDLER in its environment says which of them it is. What has not changed is not compiled again.
#
#   CXF_ARCH   x86_64 or arm64; must be the template's parameter Architecture.
#   CXF_BUILD  aot, or jit: self-contained, for machines that cannot compile ahead of time for Linux.
#   CXF_AWS_PACKAGES  InRepo, or NuGet: AWS's own packages, where the feed has them.

#
# `make deploy ENV=prod` builds and deploys the environment `prod` of samconfig.toml, for the processor that its parameter Architecture
# names, so that the two cannot differ.

ENV ?= default
CXF_ARCH ?= x86_64
CXF_BUILD ?= aot
CXF_AWS_PACKAGES ?= InRepo

rid_x86_64 := linux-x64
rid_arm64 := linux-arm64
options_aot :=
options_jit := -p:PublishAot=false --self-contained

build-%Function:
	dotnet publish src/Cxf.Functions -c Release -r $(rid_$(CXF_ARCH)) $(options_$(CXF_BUILD)) -p:AwsPackages=$(CXF_AWS_PACKAGES) -o "$(ARTIFACTS_DIR)" -v q --nologo

.PHONY: deploy
deploy:
	CXF_ARCH="$$(sed -n '/^\[$(ENV)\.deploy\.parameters\]/,/^\[/p' samconfig.toml | sed -n 's/.*[\" ]Architecture=\([a-z0-9_]*\).*/\1/p' | grep . || echo x86_64)" \
	  sam build --config-env $(ENV)
	sam deploy --config-env $(ENV)
