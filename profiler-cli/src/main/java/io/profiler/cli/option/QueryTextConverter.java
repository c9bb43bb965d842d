// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import io.profiler.store.internal.QueryText;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes an argument for what {@link QueryText} reads in it. */
public abstract class QueryTextConverter<T> implements ITypeConverter<T> {

    private final Function<String, T> reader;

    protected QueryTextConverter(Function<String, T> reader) {
        this.reader = reader;
    }

    @Override
    public final T convert(String text) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw new TypeConversionException(malformed.getMessage());
        }
    }
}
