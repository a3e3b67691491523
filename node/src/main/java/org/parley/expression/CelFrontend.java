// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.ArrayList;
import java.util.List;

/**
 * CEL's parser and type checker over one {@link Layout}: fields are variables with qualified names,
 * so that CEL finds what is not declared. No macros: they would reach over whole collections. Built
 * at first use, because CEL's first start costs hundreds of milliseconds. Thread safe.
 */
final class CelFrontend {
    static final int LENGTH_MAX = 2000;
    private static final int PARSE_DEPTH_MAX = 100;

    private final Layout layout;
    private final Lazy<CelCompiler> compiler = new Lazy<>(this::build);

    CelFrontend(Layout layout) {
        this.layout = layout;
    }

    /** Parses; the tree is not yet checked. */
    CelAbstractSyntaxTree parse(String source, Place place) {
        if (source.length() > LENGTH_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    place,
                    "an expression of " + source.length() + " characters",
                    "keep it below " + LENGTH_MAX);
        }
        CelValidationResult parsed = compiler.get().parse(source);
        if (parsed.hasError()) {
            throw SyntaxError.of(source, place, offsets(source, parsed.getErrors()));
        }
        return tree(parsed);
    }

    /** Has CEL check a parsed tree; called after our own typing, whose messages are clearer. */
    CelAbstractSyntaxTree check(CelAbstractSyntaxTree parsed, String source, Place place) {
        CelValidationResult checked = compiler.get().check(parsed);
        if (checked.hasError()) {
            SyntaxError.Issue first = offsets(source, checked.getErrors()).getFirst();
            throw new ParleyException(
                    Code.BAD_EXPRESSION,
                    place.right(first.offset()),
                    first.message(),
                    "see docs/formats/expressions.md for what an expression may use");
        }
        return tree(checked);
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("CEL reported no error and gave no tree", e);
        }
    }

    private static List<SyntaxError.Issue> offsets(String source, List<CelIssue> issues) {
        List<SyntaxError.Issue> found = new ArrayList<>();
        String[] lines = source.split("\n", -1);
        for (CelIssue issue : issues) {
            int offset = Math.max(0, issue.getSourceLocation().getColumn());
            int line = Math.min(issue.getSourceLocation().getLine() - 1, lines.length);
            for (int i = 0; i < line; i++) {
                offset += lines[i].length() + 1;
            }
            found.add(new SyntaxError.Issue(Math.min(offset, source.length()), issue.getMessage()));
        }
        return found;
    }

    private CelCompiler build() {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder().setOptions(options());
        declare(layout, builder::addVar);
        return builder.addFunctionDeclarations(functions()).build();
    }

    /** Takes a variable's declaration; the oracle in the tests declares the same ones. */
    interface Declarations {
        Object variable(String name, CelType type);
    }

    static void declare(Layout layout, Declarations to) {
        for (String field : layout.fields()) {
            to.variable(field, celType(layout.type(layout.slot(field).orElseThrow())));
        }
        for (String table : layout.tables()) {
            to.variable(table, MapType.create(SimpleType.STRING, SimpleType.INT));
        }
    }

    static CelOptions options() {
        return CelOptions.current()
                .maxExpressionCodePointSize(LENGTH_MAX)
                .maxParseRecursionDepth(PARSE_DEPTH_MAX)
                .maxParseErrorRecoveryLimit(0)
                .enableTimestampOverflowCheck(true)
                .build();
    }

    static List<CelFunctionDecl> functions() {
        List<CelFunctionDecl> declared = new ArrayList<>();
        for (Function function : Function.values()) {
            if (!function.standard()) {
                List<CelType> parameters =
                        function.parameters().stream().map(CelFrontend::celType).toList();
                declared.add(
                        CelFunctionDecl.newFunctionDeclaration(
                                function.word(),
                                CelOverloadDecl.newGlobalOverload(
                                        "parley_" + function.word(),
                                        celType(function.result()),
                                        parameters)));
            }
        }
        return declared;
    }

    private static CelType celType(FieldType type) {
        return switch (type) {
            case FieldType.Text _, FieldType.Place _, FieldType.Symbol _ -> SimpleType.STRING;
            case FieldType.Whole _ -> SimpleType.INT;
            case FieldType.Flag _ -> SimpleType.BOOL;
            case FieldType.Decimal _ -> SimpleType.DOUBLE;
            case FieldType.Moment _ -> SimpleType.TIMESTAMP;
            case FieldType.Duration _ -> SimpleType.DURATION;
        };
    }
}
