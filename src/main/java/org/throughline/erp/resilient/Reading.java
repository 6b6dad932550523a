package org.throughline.erp.resilient;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;

/**
 * A method of a port whose answers are worth remembering.
 *
 * @param keys which argument is a collection of keys, when the answer is a map with an entry for each; empty when it is not
 */
record Reading(Method method, OptionalInt keys) {

    /** A method that answers with an age, and takes last how old that may be. */
    static Optional<Reading> of(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        boolean reads = method.getReturnType() == Answer.class
                && parameters.length > 0
                && parameters[parameters.length - 1] == MaxAge.class;
        return reads ? Optional.of(new Reading(method, keys(method))) : Optional.empty();
    }

    private static OptionalInt keys(Method method) {
        Type answer = argument(method.getGenericReturnType());
        if (!(answer instanceof ParameterizedType map) || map.getRawType() != Map.class) {
            return OptionalInt.empty();
        }
        Type[] parameters = method.getGenericParameterTypes();
        return IntStream.range(0, parameters.length)
                .filter(i -> Collection.class.isAssignableFrom(method.getParameterTypes()[i]))
                .filter(i -> argument(parameters[i]).equals(argument(map)))
                .findFirst();
    }

    /** The first argument of a generic type. */
    private static Type argument(Type type) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : Void.class;
    }
}
