package org.throughline.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.As;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.throughline.order.OfferAcceptance;
import org.throughline.order.OrderBasis;
import org.throughline.shared.CustomerRef;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as they are kept: their components in JSON, with every decimal as it was. */
final class RecordJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addMixIn(CustomerRef.class, NamedKind.class)
            .addMixIn(OrderBasis.class, NamedKind.class)
            .addMixIn(OfferAcceptance.Proof.class, NamedKind.class)
            .build();

    private RecordJson() {}

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** Of a sealed interface, which of its records it is. */
    @JsonTypeInfo(use = Id.SIMPLE_NAME, include = As.PROPERTY, property = "kind")
    private interface NamedKind {}
}
