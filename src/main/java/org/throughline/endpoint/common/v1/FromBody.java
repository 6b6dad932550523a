package org.throughline.endpoint.common.v1;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a request type as the parameter of a method with a JSON body of which path and headers say a part. What they say
 * may be left out of the body, and must be the same when it stands there too. The whole is checked against the contract.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface FromBody {

    /** Which fields the path's variables fill, each as variable=field: {@code id=order.id}. */
    String[] path() default {};

    /** The field that the header Idempotency-Key fills; none when empty. */
    String idempotencyKey() default "";

    /** The field that the version in the header If-Match fills; none when empty. */
    String ifMatch() default "";
}
