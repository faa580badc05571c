@echo off
rem The commands of the toolkit on Windows; see seedance --help. Not yet tried on a Windows machine.
rem No demo and no faster start here: those are in the launcher for POSIX shells beside this file.
setlocal
set "LIB=%~dp0..\lib"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"

"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo seedance: no Java found. Install Java 17 or newer, and put its bin folder on the PATH or set JAVA_HOME. 1>&2
  exit /b 2
)

if "%~1"=="" goto usage
if "%~1"=="--help" goto usage
if "%~1"=="mock" (set "MODULE=mock-server" & goto shifted)
if "%~1"=="validate" (set "MODULE=validator" & goto shifted)
if "%~1"=="verify" (set "MODULE=contract-tests" & goto shifted)
for %%c in (generate estimate status download) do if "%~1"=="%%c" (set "MODULE=client" & goto whole)
echo seedance: unknown command '%~1'; see 'seedance --help' 1>&2
exit /b 2

:shifted
rem All arguments but the first; shift does not change %%*.
for /f "tokens=1,*" %%a in ("%*") do set "ARGUMENTS=%%b"
goto run

:whole
set ARGUMENTS=%*

:run
"%JAVA%" -Dfile.encoding=UTF-8 -jar "%LIB%\%MODULE%.jar" %ARGUMENTS%
exit /b %ERRORLEVEL%

:usage
echo Usage: seedance mock^|validate^|generate^|estimate^|status^|download^|verify [OPTIONS]
echo.
echo 'seedance COMMAND --help' tells a command's own options.
