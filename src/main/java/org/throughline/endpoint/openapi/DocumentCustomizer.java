package org.throughline.endpoint.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.throughline.endpoint.contract.Contract;

/** Puts the contract's types and its general documentation into the document. */
@Component
class DocumentCustomizer implements GlobalOpenApiCustomizer {

    private static final String COMMON = "urn:throughline:common:v1";

    private final Contract contract;
    private final ContractModels models;
    private final ProblemModel problem;

    DocumentCustomizer(Contract contract, ContractModels models, ProblemModel problem) {
        this.contract = contract;
        this.models = models;
        this.problem = problem;
    }

    @Override
    public void customise(OpenAPI document) {
        document.info(new Info()
                .title("Throughline")
                .version(contract.version(COMMON))
                .description(contract.documentation(COMMON)));
        Components components = new Components();
        models.all().forEach(components::addSchemas);
        components.addSchemas(ProblemModel.NAME, problem.model());
        document.components(components);
    }
}
