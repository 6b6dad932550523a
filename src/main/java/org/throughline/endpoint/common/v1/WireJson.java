package org.throughline.endpoint.common.v1;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlEnumValue;
import java.math.BigDecimal;
import java.util.List;
import org.throughline.wire.common.v1.ExtensionType;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes and reads generated types as JSON: names and order as in XML, decimals as strings, what is absent left out.
 */
public final class WireJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new XmlNames())
            .changeDefaultVisibility(
                    checker -> checker.withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                            .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withConfigOverride(
                    List.class,
                    list -> list.setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null)))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addModule(new SimpleModule()
                    .addSerializer(BigDecimal.class, new PlainDecimals())
                    .addSerializer(ExtensionType.class, new EmptyExtensions()))
            .build();

    private WireJson() {}

    /** Reads what {@link #write} wrote, also of an earlier version: what is not known any more is left out. */
    public static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Takes names from the annotations that the generator left where Java cannot use the name in XML. */
    private static final class XmlNames extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public PropertyName findNameForSerialization(MapperConfig<?> config, Annotated annotated) {
            XmlElement element = annotated.getAnnotation(XmlElement.class);
            return element == null || element.name().equals("##default")
                    ? super.findNameForSerialization(config, annotated)
                    : PropertyName.construct(element.name());
        }

        @Override
        public PropertyName findNameForDeserialization(MapperConfig<?> config, Annotated annotated) {
            XmlElement element = annotated.getAnnotation(XmlElement.class);
            return element == null || element.name().equals("##default")
                    ? super.findNameForDeserialization(config, annotated)
                    : PropertyName.construct(element.name());
        }

        @Override
        public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
            for (int i = 0; i < values.length; i++) {
                names[i] = xmlName(values[i]);
            }
            return names;
        }

        private static String xmlName(Enum<?> value) {
            try {
                XmlEnumValue name =
                        value.getDeclaringClass().getField(value.name()).getAnnotation(XmlEnumValue.class);
                return name == null ? value.name() : name.value();
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class PlainDecimals extends StdSerializer<BigDecimal> {

        PlainDecimals() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.toPlainString());
        }
    }

    /** Elements of other namespaces have no form in JSON. */
    private static final class EmptyExtensions extends StdSerializer<ExtensionType> {

        EmptyExtensions() {
            super(ExtensionType.class);
        }

        @Override
        public void serialize(ExtensionType value, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeEndObject();
        }
    }
}
