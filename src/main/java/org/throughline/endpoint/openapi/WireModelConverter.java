package org.throughline.endpoint.openapi;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import org.springframework.stereotype.Component;
import org.throughline.endpoint.contract.Contract;
import org.throughline.endpoint.fault.Problem;

/** Keeps generated types from being described by their Java members: the contract describes them better. */
@Component
class WireModelConverter implements ModelConverter {

    private static final String WIRE = "org.throughline.wire.";

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Class<?> java =
                TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (java.getName().startsWith(WIRE)) {
            return ContractModels.reference(Contract.typeName(java));
        }
        if (java == Problem.class) {
            return ProblemModel.reference();
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }
}
