package org.throughline.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.As;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.throughline.order.OfferTerms;
import org.throughline.shared.CustomerRef;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The terms of offers as they are kept: the components of the records, in JSON, with every decimal as it was. */
final class OfferJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addMixIn(CustomerRef.class, KindOfCustomerRef.class)
            .build();

    private OfferJson() {}

    static byte[] write(OfferTerms terms) {
        return MAPPER.writeValueAsBytes(terms);
    }

    static OfferTerms read(byte[] json) {
        return MAPPER.readValue(json, OfferTerms.class);
    }

    @JsonTypeInfo(use = Id.SIMPLE_NAME, include = As.PROPERTY, property = "kind")
    private interface KindOfCustomerRef {}
}
