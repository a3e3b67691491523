@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Runs Parley on Windows. Wants Java 25 (25.0.3 or newer) in PARLEY_JAVA, JAVA_HOME or PATH.
setlocal
set "here=%~dp0"
set "jar=%here%node\target\dist\parley.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined PARLEY_JAVA set "java=%PARLEY_JAVA%"
set "version="
for /f "tokens=3" %%v in ('call "%java%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.version ="') do set "version=%%v"
set "fits="
for /f "tokens=1-3 delims=." %%a in ("%version%.0.0") do (
    if "%%a"=="25" if %%b0 gtr 0 set "fits=yes"
    if "%%a"=="25" if "%%b"=="0" if %%c geq 3 set "fits=yes"
)
if not defined fits (
    echo Parley needs Java 25, version 25.0.3 or newer; found "%version%". Set PARLEY_JAVA to its java.exe. 1>&2
    exit /b 3
)
if not exist "%jar%" (
    echo Building Parley, once... 1>&2
    pushd "%here%"
    call mvn -B -q -ntp -Dmaven.test.skip=true package 1>&2
    if errorlevel 1 exit /b 3
    popd
)
rem Never add -XX:+UseCompactObjectHeaders: see JDK-8380060 in docs/operating.md.
"%java%" --sun-misc-unsafe-memory-access=allow "-Dparley.root=%here%." %PARLEY_JAVA_OPTIONS% -jar "%jar%" %*
