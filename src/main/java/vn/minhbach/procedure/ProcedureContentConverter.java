package vn.minhbach.procedure;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Json;

/** Keeps the parts of a procedure as one JSON document. */
@Converter
public class ProcedureContentConverter implements AttributeConverter<ProcedureContent, String> {

    @Override
    public String convertToDatabaseColumn(@Nullable ProcedureContent content) {
        return Json.write(content == null ? ProcedureContent.EMPTY : content);
    }

    @Override
    public ProcedureContent convertToEntityAttribute(@Nullable String column) {
        return column == null ? ProcedureContent.EMPTY : Json.read(column, ProcedureContent.class);
    }
}
