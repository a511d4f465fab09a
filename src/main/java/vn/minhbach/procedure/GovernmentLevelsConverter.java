package vn.minhbach.procedure;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the levels of government that carry a procedure out in one column. */
@Converter
public class GovernmentLevelsConverter implements AttributeConverter<List<GovernmentLevel>, String> {

    @Override
    public String convertToDatabaseColumn(@Nullable List<GovernmentLevel> levels) {
        return levels == null ? "" : levels.stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    @Override
    public List<GovernmentLevel> convertToEntityAttribute(@Nullable String column) {
        return column == null || column.isBlank()
                ? List.of()
                : Arrays.stream(column.split(" ")).map(GovernmentLevel::valueOf).toList();
    }
}
