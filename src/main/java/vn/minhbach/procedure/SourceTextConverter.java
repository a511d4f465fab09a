package vn.minhbach.procedure;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Json;

/** Keeps the fields of a source as one JSON document. */
@Converter
public class SourceTextConverter implements AttributeConverter<SourceText, String> {

    @Override
    public String convertToDatabaseColumn(@Nullable SourceText text) {
        return Json.write(text == null ? SourceText.NONE : text);
    }

    @Override
    public SourceText convertToEntityAttribute(@Nullable String column) {
        return column == null ? SourceText.NONE : Json.read(column, SourceText.class);
    }
}
