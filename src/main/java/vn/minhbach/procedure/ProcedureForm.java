package vn.minhbach.procedure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Json;

/**
 * What is typed into the form of a procedure, as it is typed: single fields, and tables whose rows come, go and move. Every field has a
 * path, which is its name in the page: {@code title}, {@code ways:2:fee}, {@code cases:0:papers:3:copies}.
 */
public class ProcedureForm implements Serializable {

    private static final long serialVersionUID = 1L;

    static final String CASES = "cases";
    static final String NOTE = "note";
    static final String FREQUENT = "frequent";
    private static final String EVENTS = "events";
    private static final String LABEL = "label";
    private static final String ON = "on";
    private static final String LEVEL = "level_";
    private static final String RAW = "raw_";
    private static final String YES = "true";

    /** More rows than any procedure has; nobody fills the memory by a path. */
    private static final int MOST_ROWS = 500;

    /** The columns of each table. */
    private static final Map<String, List<String>> COLUMNS = Map.of(
            ProcedureParts.STEPS, List.of("title", "text"),
            ProcedureParts.WAYS, List.of("channel", "time", "fee", NOTE),
            ProcedureParts.PAPERS, List.of("name", "originals", "copies", "formName", "formUrl"),
            ProcedureParts.RESULTS, List.of("text"),
            ProcedureParts.LEGAL_BASES, List.of("number", "title", "issuedOn", "issuer"));

    /** The tables that stand by themselves. */
    private static final List<String> TABLES =
            List.of(ProcedureParts.STEPS, ProcedureParts.WAYS, ProcedureParts.RESULTS, ProcedureParts.LEGAL_BASES);

    /** Parts that are lists of short texts: a line each. */
    private static final List<String> LISTS = List.of("audiences", "keywords", "related", "citedNumbers");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Boolean> flags = new LinkedHashMap<>();
    private final Map<String, List<Row>> tables = new LinkedHashMap<>();

    /** A row of a table; a case has rows of its own, its papers. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private final Map<String, String> cells = new LinkedHashMap<>();
        private final List<Row> papers = new ArrayList<>();
        private boolean on;

        public Map<String, String> getCells() {
            return cells;
        }

        public List<Row> getPapers() {
            return papers;
        }

        public boolean isOn() {
            return on;
        }

        public void setOn(boolean on) {
            this.on = on;
        }

        private static Row of(List<String> columns, List<String> cells) {
            var row = new Row();
            for (var i = 0; i < columns.size(); i++) {
                row.cells.put(columns.get(i), TableText.cell(cells, i));
            }
            return row;
        }

        private List<String> values(List<String> columns) {
            return columns.stream()
                    .map(column -> plain(cells.getOrDefault(column, "")))
                    .toList();
        }
    }

    /** A form with nothing in it. */
    static ProcedureForm empty(List<LifeEvent> events) {
        var form = new ProcedureForm(ProcedureParts.of(new ProcedureRecord(
                "",
                "",
                "",
                "",
                List.of(),
                "",
                "",
                ServiceLevel.UNSTATED,
                ProcedureStatus.PUBLIC,
                null,
                null,
                "",
                ProcedureContent.EMPTY)));
        form.texts.put(ProcedureParts.SERVICE_LEVEL, ServiceLevel.UNSTATED.name());
        form.texts.put(ProcedureParts.STATUS, ProcedureStatus.PUBLIC.name());
        form.offer(events, List.of());
        form.addRow(ProcedureParts.WAYS);
        form.addRow(CASES);
        return form;
    }

    ProcedureForm(ProcedureVersion version, List<LifeEvent> events) {
        this(ProcedureParts.of(version.procedure()));
        texts.put(
                ProcedureParts.SERVICE_LEVEL, version.procedure().serviceLevel().name());
        texts.put(ProcedureParts.STATUS, version.procedure().status().name());
        for (var level : version.procedure().levels()) {
            flags.put(LEVEL + level.name(), true);
        }
        var ways = rows(ProcedureParts.WAYS);
        for (var i = 0;
                i < Math.min(ways.size(), version.procedure().content().ways().size());
                i++) {
            ways.get(i)
                    .cells
                    .put(
                            "channel",
                            version.procedure()
                                    .content()
                                    .ways()
                                    .get(i)
                                    .channel()
                                    .name());
        }
        flags.put(FREQUENT, version.frequent());
        offer(events, version.lifeEvents());
    }

    private ProcedureForm(Map<String, String> parts) {
        for (var level : GovernmentLevel.values()) {
            flags.put(LEVEL + level.name(), false);
        }
        flags.put(FREQUENT, false);
        texts.put(NOTE, "");
        parts.forEach((part, text) -> {
            if (TABLES.contains(part)) {
                tables.put(
                        part,
                        TableText.read(text).stream()
                                .map(row -> Row.of(columns(part), row))
                                .collect(Collectors.toCollection(ArrayList::new)));
            } else if (part.equals(ProcedureParts.PAPERS)) {
                readCases(text);
            } else if (part.equals(ProcedureParts.RAW)) {
                readRaw(text);
            } else if (LISTS.contains(part)) {
                texts.put(
                        part,
                        TableText.read(text).stream()
                                .map(row -> row.getFirst().replace('\n', ' '))
                                .collect(Collectors.joining("\n")));
            } else if (!part.equals(ProcedureParts.LEVELS)) {
                texts.put(part, text);
            }
        });
    }

    private static List<String> columns(String table) {
        return Objects.requireNonNull(COLUMNS.get(table));
    }

    private void readCases(String text) {
        var cases = new ArrayList<Row>();
        for (var cells : TableText.read(text)) {
            if (cells.size() <= 2 && cells.getFirst().equals("#")) {
                var one = new Row();
                one.cells.put(LABEL, TableText.cell(cells, 1));
                cases.add(one);
            } else {
                cases.getLast().papers.add(Row.of(columns(ProcedureParts.PAPERS), cells));
            }
        }
        tables.put(CASES, cases);
    }

    private void readRaw(String text) {
        ProcedureParts.MAY_BE_RAW.forEach(name -> texts.put(RAW + name, ""));
        TableText.read(text).forEach(row -> texts.put(RAW + row.getFirst(), TableText.cell(row, 1)));
    }

    private void offer(List<LifeEvent> events, List<String> chosen) {
        var rows = new ArrayList<Row>();
        for (var event : events) {
            var row = new Row();
            row.cells.put("slug", event.getSlug());
            row.cells.put("name", event.getName());
            row.on = chosen.contains(event.getSlug());
            rows.add(row);
        }
        tables.put(EVENTS, rows);
    }

    /** The version that it comes to. */
    ProcedureVersion version() {
        var parts = new LinkedHashMap<String, String>();
        texts.forEach((name, text) -> parts.put(name, plain(text)));
        TABLES.forEach(table -> parts.put(
                table,
                TableText.write(rows(table).stream()
                        .map(row -> row.values(columns(table)))
                        .filter(ProcedureForm::says)
                        .toList())));
        parts.put(ProcedureParts.PAPERS, TableText.write(cases()));
        parts.put(
                ProcedureParts.RAW,
                TableText.write(ProcedureParts.MAY_BE_RAW.stream()
                        .map(name -> List.of(name, plain(text(RAW + name))))
                        .filter(row -> !row.getLast().isBlank())
                        .toList()));
        LISTS.forEach(list -> parts.put(
                list,
                TableText.write(plain(text(list))
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(List::of)
                        .toList())));
        parts.put(
                ProcedureParts.LEVELS,
                flags.entrySet().stream()
                        .filter(flag -> flag.getKey().startsWith(LEVEL) && flag.getValue())
                        .map(flag -> flag.getKey().substring(LEVEL.length()))
                        .collect(Collectors.joining("\n")));
        return new ProcedureVersion(
                ProcedureParts.record(parts),
                flags.getOrDefault(FREQUENT, false),
                rows(EVENTS).stream()
                        .filter(Row::isOn)
                        .map(row -> row.cells.getOrDefault("slug", ""))
                        .toList());
    }

    /** A row that was just added says nothing. */
    private static boolean says(List<String> cells) {
        return cells.stream().anyMatch(cell -> !cell.isBlank());
    }

    private List<List<String>> cases() {
        var rows = new ArrayList<List<String>>();
        for (var one : rows(CASES)) {
            var papers = one.papers.stream()
                    .map(paper -> paper.values(columns(ProcedureParts.PAPERS)))
                    .filter(ProcedureForm::says)
                    .toList();
            var label = plain(one.cells.getOrDefault(LABEL, ""));
            if (!label.isBlank() || !papers.isEmpty()) {
                rows.add(List.of("#", label));
                rows.addAll(papers);
            }
        }
        return rows;
    }

    /** @param text as it came; Faces puts null for a field in which nothing is */
    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replace("\r", "");
    }

    private String text(String name) {
        return plain(texts.get(name));
    }

    private List<Row> rows(String table) {
        return tables.computeIfAbsent(table, unused -> new ArrayList<>());
    }

    // Rows come, go and move

    /**
     * Does what a button of a table says: {@code ways:add}, {@code ways:up:2}, {@code cases:down:0}, {@code papers:remove:1:3}. What is
     * not there is left as it is.
     */
    void change(String what) {
        var parts = what.split(":", -1);
        if (parts.length < 2) {
            return;
        }
        var ofCase = parts[0].equals(ProcedureParts.PAPERS);
        var owner = ofCase ? index(parts, 2) : -1;
        if (ofCase && owner >= rows(CASES).size()
                || ofCase && owner < 0
                || !ofCase && !TABLES.contains(parts[0]) && !parts[0].equals(CASES)) {
            return;
        }
        var rows = ofCase ? rows(CASES).get(owner).papers : rows(parts[0]);
        var at = index(parts, ofCase ? 3 : 2);
        switch (parts[1]) {
            case "add" -> add(parts[0], rows);
            case "remove" -> {
                if (at >= 0 && at < rows.size()) {
                    rows.remove(at);
                }
            }
            case "up" -> swap(rows, at - 1);
            case "down" -> swap(rows, at);
            default -> {}
        }
    }

    private static int index(String[] parts, int place) {
        return place < parts.length && parts[place].matches("\\d{1,3}") ? Integer.parseInt(parts[place]) : -1;
    }

    private static void swap(List<Row> rows, int first) {
        if (first >= 0 && first + 1 < rows.size()) {
            rows.add(first, rows.remove(first + 1));
        }
    }

    private void addRow(String table) {
        add(table, rows(table));
    }

    private static void add(String table, List<Row> rows) {
        if (rows.size() >= MOST_ROWS) {
            return;
        }
        if (table.equals(CASES)) {
            var one = new Row();
            one.cells.put(LABEL, "");
            one.papers.add(Row.of(columns(ProcedureParts.PAPERS), List.of()));
            rows.add(one);
        } else {
            rows.add(Row.of(columns(table), List.of()));
        }
    }

    // As a working copy keeps it

    /** All fields by their paths, in order. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        texts.forEach((name, text) -> fields.put(name, plain(text)));
        flags.forEach((name, on) -> fields.put(name, on ? YES : ""));
        tables.forEach((table, rows) -> {
            for (var i = 0; i < rows.size(); i++) {
                fields(table + ":" + i, rows.get(i), table.equals(EVENTS), fields);
            }
        });
        return fields;
    }

    private static void fields(String path, Row row, boolean event, Map<String, String> fields) {
        if (event) {
            fields.put(path + ":" + ON, row.on ? YES : "");
            return;
        }
        row.cells.forEach((name, text) -> fields.put(path + ":" + name, plain(text)));
        for (var i = 0; i < row.papers.size(); i++) {
            fields(path + ":" + ProcedureParts.PAPERS + ":" + i, row.papers.get(i), false, fields);
        }
    }

    String written() {
        return Json.write(fields());
    }

    /** Takes a working copy over: its tables have the rows that it has; what it does not name stays. */
    void read(String json) {
        tables.forEach((table, rows) -> {
            if (!table.equals(EVENTS)) {
                rows.clear();
            }
        });
        Json.read(json, Map.class).forEach((path, value) -> set(String.valueOf(path), String.valueOf(value)));
    }

    /** What a browser says of its fields, as a working copy. */
    static String written(Map<String, String> sent) {
        return Json.write(sent);
    }

    void set(String path, String value) {
        var names = path.split(":", -1);
        if (names.length == 1) {
            if (flags.containsKey(path)) {
                flags.put(path, YES.equals(value));
            } else if (texts.containsKey(path)) {
                texts.put(path, value);
            }
            return;
        }
        var row = tables.containsKey(names[0]) ? row(rows(names[0]), index(names, 1), names[0]) : null;
        if (row != null && names.length == 5 && names[0].equals(CASES) && names[2].equals(ProcedureParts.PAPERS)) {
            row = row(row.papers, index(names, 3), ProcedureParts.PAPERS);
        } else if (names.length != 3) {
            row = null;
        }
        if (row == null) {
            return;
        }
        var name = names[names.length - 1];
        if (names[0].equals(EVENTS)) {
            row.on = YES.equals(value);
        } else if (row.cells.containsKey(name)) {
            row.cells.put(name, value);
        }
    }

    private static @Nullable Row row(List<Row> rows, int index, String table) {
        if (index < 0 || index >= MOST_ROWS) {
            return null;
        }
        while (rows.size() <= index && !table.equals(EVENTS)) {
            add(table, rows);
            rows.getLast().papers.clear();
        }
        return index < rows.size() ? rows.get(index) : null;
    }

    /** Whether they say the same; how lines end does not matter. */
    boolean says(ProcedureForm other) {
        return fields().equals(other.fields());
    }

    /** Takes a part from another form. */
    void take(String part, ProcedureForm other) {
        switch (part) {
            case ProcedureParts.PAPERS -> tables.put(CASES, new ArrayList<>(other.rows(CASES)));
            case ProcedureParts.LEVELS ->
                other.flags.forEach((name, on) -> {
                    if (name.startsWith(LEVEL)) {
                        flags.put(name, on);
                    }
                });
            case ProcedureParts.RAW ->
                other.texts.forEach((name, text) -> {
                    if (name.startsWith(RAW)) {
                        texts.put(name, text);
                    }
                });
            case FREQUENT -> flags.put(FREQUENT, other.flags.getOrDefault(FREQUENT, false));
            case EVENTS -> tables.put(EVENTS, new ArrayList<>(other.rows(EVENTS)));
            default -> {
                if (TABLES.contains(part)) {
                    tables.put(part, new ArrayList<>(other.rows(part)));
                } else {
                    texts.put(part, other.text(part));
                }
            }
        }
    }

    /** How it is called while it has no title. */
    String title() {
        return text(ProcedureParts.TITLE);
    }

    String note() {
        return text(NOTE);
    }

    void note(String note) {
        texts.put(NOTE, note);
    }

    // For the view

    public Map<String, String> getTexts() {
        return texts;
    }

    public Map<String, Boolean> getFlags() {
        return flags;
    }

    public List<Row> getSteps() {
        return rows(ProcedureParts.STEPS);
    }

    public List<Row> getWays() {
        return rows(ProcedureParts.WAYS);
    }

    public List<Row> getCases() {
        return rows(CASES);
    }

    public List<Row> getResults() {
        return rows(ProcedureParts.RESULTS);
    }

    public List<Row> getLegalBases() {
        return rows(ProcedureParts.LEGAL_BASES);
    }

    public List<Row> getEvents() {
        return rows(EVENTS);
    }

    /** Whether anything of it could not be taken apart, and stands as its source has it. */
    public boolean isRaw() {
        return ProcedureParts.MAY_BE_RAW.stream()
                .anyMatch(name -> !text(RAW + name).isBlank());
    }
}
